package io.entente.hub.takeover;

import io.entente.hub.problem.PathNames;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What others made on a gateway, taken over into policies as it is, and given back. */
@Path("/api/gateways/{gateway}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

  private final Importable importable;
  private final GatewayImport imports;

  ImportResource(Importable importable, GatewayImport imports) {
    this.importable = importable;
    this.imports = imports;
  }

  @GET
  @Path("importable")
  @RolesAllowed("policies:read")
  @Operation(
      summary = "What an import of the gateway would come to",
      description =
          "Reads the gateway. Each place with the documents that an import would store, or with the"
              + " reasons why it cannot be taken over as it is.")
  public ImportableView importable(@PathParam("gateway") String gateway) {
    return ImportableView.of(gateway, importable.of(PathNames.gateway(gateway)));
  }

  @POST
  @Path("import")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @RolesAllowed("policies:write")
  @Operation(
      summary = "Takes what others made over into policies",
      description =
          "Stores the documents and writes nothing to the gateway: a plan of it is what it was"
              + " before. All or nothing. What no policy says of them stays by decision, as adopted"
              + " drift does. Where an API is bound for it, the token must hold apis:write as well;"
              + " where what stays may let somebody through, plans:approve.")
  public List<TakeoverView> take(
      @PathParam("gateway") String gateway,
      @NotNull @Valid ImportPlaces wanted,
      @Context SecurityContext caller) {
    var who =
        new GatewayImport.Caller(
            caller.getUserPrincipal().getName(),
            caller.isUserInRole("apis:write"),
            caller.isUserInRole("plans:approve"));
    return imports.take(PathNames.gateway(gateway), wanted.places(), who).stream()
        .map(TakeoverView::of)
        .toList();
  }

  @GET
  @Path("takeovers")
  @RolesAllowed("policies:read")
  @Operation(summary = "What is taken over on the gateway; with all=true what was given back too")
  public List<TakeoverView> list(
      @PathParam("gateway") String gateway, @QueryParam("all") @DefaultValue("false") boolean all) {
    var known = importable.known(PathNames.gateway(gateway));
    return imports.list(known, all).stream().map(TakeoverView::of).toList();
  }

  @DELETE
  @Path("takeovers/{id}")
  @RolesAllowed("policies:write")
  @Operation(
      summary = "Gives back what was taken over, as it is now",
      description =
          "Nothing is written to the gateway. Its policies stay, and yield to it as to any other"
              + " thing of others.")
  public void release(
      @PathParam("gateway") String gateway,
      @PathParam("id") long id,
      @Context SecurityContext caller) {
    imports.release(PathNames.gateway(gateway), id, caller.getUserPrincipal().getName());
  }
}
