package io.entente.hub.estate;

import io.entente.connector.spi.NodeState;
import io.entente.hub.problem.PathNames;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Gateways and what is known of them. */
@Path("/api/gateways")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class GatewayResource {
  private final Gateways gateways;
  private final Inventory inventory;
  private final ConnectionTester tester;

  public GatewayResource(Gateways gateways, Inventory inventory, ConnectionTester tester) {
    this.gateways = gateways;
    this.inventory = inventory;
    this.tester = tester;
  }

  @GET
  @RolesAllowed("gateways:read")
  public List<GatewayView> list() {
    return gateways.list();
  }

  /**
   * Tries whether the gateway of a document can be reached and read, and keeps neither document nor
   * credential. What is wrong with the gateway is in the answer's steps.
   */
  @POST
  @Path("/test")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("gateways:write")
  public ConnectionTest test(
      @NotNull @Valid ConnectionTestRequest request, @Context SecurityContext caller) {
    return tester.test(request, caller.getUserPrincipal().getName());
  }

  @GET
  @Path("/{gateway}")
  @RolesAllowed("gateways:read")
  public GatewayView get(@PathParam("gateway") String gateway) {
    return gateways.get(PathNames.gateway(gateway));
  }

  @DELETE
  @Path("/{gateway}")
  @RolesAllowed("gateways:write")
  public void delete(@PathParam("gateway") String gateway, @Context SecurityContext caller) {
    gateways.delete(PathNames.gateway(gateway), caller.getUserPrincipal().getName());
  }

  /** Reads the gateway now and tells how that went. */
  @POST
  @Path("/{gateway}/refresh")
  @RolesAllowed("gateways:write")
  public GatewayView refresh(@PathParam("gateway") String gateway) {
    inventory.refresh(PathNames.gateway(gateway));
    return gateways.get(PathNames.gateway(gateway));
  }

  /** Asks the gateway what it is. */
  @GET
  @Path("/{gateway}/profile")
  @RolesAllowed("gateways:read")
  public ConnectionTest.Found profile(@PathParam("gateway") String gateway) {
    return gateways.profile(PathNames.gateway(gateway));
  }

  @GET
  @Path("/{gateway}/nodes")
  @RolesAllowed("gateways:read")
  public List<NodeState> nodes(@PathParam("gateway") String gateway) {
    return gateways.nodes(PathNames.gateway(gateway));
  }

  /** Tools and controllers that were recognised to write to the gateway as well. */
  @GET
  @Path("/{gateway}/writers")
  @RolesAllowed("gateways:read")
  public List<ForeignWriter> writers(@PathParam("gateway") String gateway) {
    return gateways.writers(PathNames.gateway(gateway));
  }

  @GET
  @Path("/{gateway}/objects")
  @RolesAllowed("gateways:read")
  public ObjectsView objects(@PathParam("gateway") String gateway) {
    return gateways.objects(PathNames.gateway(gateway));
  }
}
