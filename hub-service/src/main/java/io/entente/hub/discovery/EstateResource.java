package io.entente.hub.discovery;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Every API there is: those of documents, and those that gateways hold and no document names. */
@Path("/api/estate")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("gateways:read")
@Blocking
public class EstateResource {

  private final EstateView estate;

  EstateResource(EstateView estate) {
    this.estate = estate;
  }

  /** Rows by their keys; {@code next} in the answer says when there are more. */
  @GET
  public EstatePage list(
      @QueryParam("q") @DefaultValue("") String q,
      @QueryParam("vendor") @DefaultValue("") String vendor,
      @QueryParam("gateway") @DefaultValue("") String gateway,
      @QueryParam("labels") @DefaultValue("") String labels,
      @QueryParam("managed") @DefaultValue("") String managed,
      @QueryParam("limit") @DefaultValue("1000") String limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    return estate.page(EstateQuery.of(q, vendor, gateway, labels, managed, limit, cursor));
  }

  /** One of those that no document names, with the document that would. */
  @GET
  @Path("/found")
  public FoundApiView found(
      @QueryParam("gateway") @DefaultValue("") String gateway,
      @QueryParam("ref") @DefaultValue("") String ref) {
    return estate.found(gateway, ref);
  }

  /** Where the routes of an Api document are, and what acts on them there. */
  @GET
  @Path("/apis/{api}")
  public ApiPlaces api(@PathParam("api") String api) {
    return estate.api(api);
  }
}
