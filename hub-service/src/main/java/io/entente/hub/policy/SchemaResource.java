package io.entente.hub.policy;

import io.entente.hub.estate.GatewaySchema;
import io.entente.json.JsonTree;
import io.entente.policy.schema.Schemas;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** JSON Schemas of the documents. */
@Path("/api/schemas")
@Produces("application/schema+json")
@RolesAllowed("policies:read")
public class SchemaResource {

  @GET
  @Path("policy")
  public String policy() {
    return JsonTree.write(Schemas.policy());
  }

  @GET
  @Path("api")
  public String api() {
    return JsonTree.write(Schemas.api());
  }

  @GET
  @Path("gateway")
  public String gateway() {
    return JsonTree.write(GatewaySchema.of());
  }
}
