package io.entente.hub.estate;

import io.entente.connector.envoy.EnvoyBootstrap;
import io.entente.hub.problem.Missing;
import io.entente.hub.problem.PathNames;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** How a gateway's processes prove who they are. */
@Path("/api/gateways/{gateway}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CredentialResource {
  static final String PLACEHOLDER = "REPLACE_WITH_GATEWAY_TOKEN";

  private final Estate estate;
  private final CredentialStore credentials;
  private final ControlPlane controlPlane;

  public CredentialResource(Estate estate, CredentialStore credentials, ControlPlane controlPlane) {
    this.estate = estate;
    this.credentials = credentials;
    this.controlPlane = controlPlane;
  }

  /** Makes a token and shows it this once. */
  @POST
  @Path("/credentials")
  @RolesAllowed("gateways:write")
  public IssuedCredential issue(
      @PathParam("gateway") String gateway, @Context SecurityContext caller) {
    return credentials.issue(known(gateway), caller.getUserPrincipal().getName());
  }

  @GET
  @Path("/credentials")
  @RolesAllowed("gateways:read")
  public List<GatewayCredential> list(@PathParam("gateway") String gateway) {
    return credentials.valid(known(gateway));
  }

  @DELETE
  @Path("/credentials/{id}")
  @RolesAllowed("gateways:write")
  public void revoke(
      @PathParam("gateway") String gateway,
      @PathParam("id") String id,
      @Context SecurityContext caller) {
    if (!credentials.revoke(known(gateway), id, caller.getUserPrincipal().getName())) {
      throw Missing.credential(id);
    }
  }

  /** An Envoy bootstrap with a placeholder where the token goes. */
  @GET
  @Path("/bootstrap")
  @RolesAllowed("gateways:read")
  public String bootstrap(
      @PathParam("gateway") String gateway,
      @QueryParam("node") @DefaultValue("envoy-1") String node,
      @QueryParam("adminPort") @DefaultValue("0") int adminPort) {
    GatewayId id = known(gateway);
    try {
      return new EnvoyBootstrap(
              node, id, PLACEHOLDER, controlPlane.host(), controlPlane.server().port(), adminPort)
          .json();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user(
              "INVALID_VALUE",
              String.valueOf(e.getMessage()),
              "node, adminPort",
              "Name the node and give a port from 0 to 65535."));
    }
  }

  private GatewayId known(String gateway) {
    return estate.requireGateway(PathNames.gateway(gateway)).gateway().id();
  }
}
