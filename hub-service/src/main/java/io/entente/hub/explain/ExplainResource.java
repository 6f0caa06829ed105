package io.entente.hub.explain;

import io.entente.json.JsonTree;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Explains one route of one gateway. */
@Path("/api/explain")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("policies:read")
public class ExplainResource {

  private final Explanations explanations;

  ExplainResource(Explanations explanations) {
    this.explanations = explanations;
  }

  @GET
  public String explain(
      @QueryParam("gateway") @DefaultValue("") String gateway,
      @QueryParam("api") @DefaultValue("") String api,
      @QueryParam("route") @DefaultValue("") String route) {
    return JsonTree.write(explanations.of(gateway, api, route));
  }
}
