package io.entente.hub.drift;

import io.entente.hub.plan.GatewayEstate;
import io.entente.json.JsonTree;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Open drift; {@code refresh=true} reads the gateway first. */
@Path("/api/drift")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("drift:read")
public class DriftResource {

  private final DriftService drift;
  private final GatewayEstate estate;

  DriftResource(DriftService drift, GatewayEstate estate) {
    this.drift = drift;
    this.estate = estate;
  }

  @GET
  public String list(
      @QueryParam("gateway") @DefaultValue("") String gateway,
      @QueryParam("refresh") @DefaultValue("false") boolean refresh) {
    if (refresh) {
      var id = named(gateway);
      drift.check(id, estate.refresh(id));
    }
    return JsonTree.write(Node.arr(drift.open(gateway)));
  }

  private static GatewayId named(String gateway) {
    try {
      return new GatewayId(gateway);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user(
              "INVALID_VALUE",
              "A refresh needs the name of one gateway.",
              "gateway",
              gateway,
              "Name the gateway."));
    }
  }
}
