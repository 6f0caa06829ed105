package io.entente.hub.estate;

import io.entente.hub.problem.Missing;
import io.entente.hub.problem.PathNames;
import io.entente.model.identity.GatewayId;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** What the hub calls a gateway with: taken in, described, forgotten, never given out. */
@Path("/api/gateways/{gateway}/vendor-credential")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class VendorCredentialResource {
  private final Estate estate;
  private final VendorCredentials credentials;
  private final Connectors connectors;

  public VendorCredentialResource(
      Estate estate, VendorCredentials credentials, Connectors connectors) {
    this.estate = estate;
    this.credentials = credentials;
    this.connectors = connectors;
  }

  @PUT
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("gateways:write")
  public CredentialStatus put(
      @PathParam("gateway") String gateway, byte[] json, @Context SecurityContext caller) {
    var known = known(gateway);
    GatewayId id = known.gateway().id();
    credentials.set(known, json, caller.getUserPrincipal().getName());
    connectors.close(id);
    return CredentialStatus.of(credentials.find(id));
  }

  @GET
  @RolesAllowed("gateways:read")
  public CredentialStatus get(@PathParam("gateway") String gateway) {
    return CredentialStatus.of(
        credentials.find(estate.requireGateway(PathNames.gateway(gateway)).gateway().id()));
  }

  @DELETE
  @RolesAllowed("gateways:write")
  public void delete(@PathParam("gateway") String gateway, @Context SecurityContext caller) {
    GatewayId id = known(gateway).gateway().id();
    if (!credentials.delete(id, caller.getUserPrincipal().getName())) {
      throw Missing.credential(id.value());
    }
    connectors.close(id);
  }

  private GatewayDocument known(String gateway) {
    return estate.requireGateway(PathNames.gateway(gateway));
  }
}
