package io.entente.hub.drift;

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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Decisions about drift: taken, listed, withdrawn. */
@Path("/api/drift")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {

  private final DriftDecisions decisions;

  DecisionResource(DriftDecisions decisions) {
    this.decisions = decisions;
  }

  /**
   * Why what was found stays.
   *
   * @param seen of the drift's row when it was looked at
   */
  public record Adopt(@NotNull String seen, @NotNull String reason) {}

  /**
   * Why and until when drift is not reported.
   *
   * @param until at most 90 days from now
   */
  public record Ignore(@NotNull String seen, @NotNull String reason, @NotNull Instant until) {}

  @GET
  @Path("decisions")
  @RolesAllowed("drift:read")
  @Operation(summary = "Decisions about drift in force; with all=true ended ones too")
  public List<DecisionView> list(
      @QueryParam("gateway") @DefaultValue("") String gateway,
      @QueryParam("all") @DefaultValue("false") boolean all) {
    return decisions.list(gateway, all).stream().map(DecisionView::of).toList();
  }

  @POST
  @Path("{id}/adopt")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @RolesAllowed("drift:decide")
  @Operation(
      summary = "Lets what was found stay",
      description =
          "The value becomes what is desired at that place until the documents want something else"
              + " there, or the decision is withdrawn. Where the place may keep somebody out, the"
              + " token must hold plans:approve as well.")
  public DecisionView adopt(
      @PathParam("id") long id, @NotNull @Valid Adopt wanted, @Context SecurityContext caller) {
    var asked = new DriftDecisions.Asked(id, wanted.seen(), wanted.reason(), who(caller));
    return DecisionView.of(decisions.adopt(asked, caller.isUserInRole("plans:approve")));
  }

  @POST
  @Path("{id}/ignore")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @RolesAllowed("drift:decide")
  @Operation(
      summary = "Keeps drift from being reported for a time",
      description =
          "Until the instant given, at most 90 days from now, or until the value is another. A plan"
              + " puts ours back all the same.")
  public DecisionView ignore(
      @PathParam("id") long id, @NotNull @Valid Ignore wanted, @Context SecurityContext caller) {
    var asked = new DriftDecisions.Asked(id, wanted.seen(), wanted.reason(), who(caller));
    return DecisionView.of(decisions.ignore(asked, wanted.until()));
  }

  @DELETE
  @Path("decisions/{id}")
  @RolesAllowed("drift:decide")
  @Operation(summary = "Withdraws a decision about drift")
  public void withdraw(@PathParam("id") long id, @Context SecurityContext caller) {
    decisions.withdraw(id, who(caller));
  }

  private static String who(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }
}
