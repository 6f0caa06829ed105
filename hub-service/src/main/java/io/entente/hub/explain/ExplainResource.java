package io.entente.hub.explain;

import io.entente.json.JsonTree;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Explains one route of one gateway, or all routes of an API. */
@Path("/api/explain")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("policies:read")
public class ExplainResource {

  private final Explanations explanations;
  private final ApiExplanations apis;

  ExplainResource(Explanations explanations, ApiExplanations apis) {
    this.explanations = explanations;
    this.apis = apis;
  }

  @GET
  public String explain(
      @QueryParam("gateway") @DefaultValue("") String gateway,
      @QueryParam("api") @DefaultValue("") String api,
      @QueryParam("route") @DefaultValue("") String route) {
    return JsonTree.write(explanations.of(gateway, api, route));
  }

  /** All routes of an API, on every gateway it is on, with the values that hold. */
  @GET
  @Path("/apis/{api}")
  public ApiExplanation api(@PathParam("api") String api) {
    return apis.of(api);
  }
}
