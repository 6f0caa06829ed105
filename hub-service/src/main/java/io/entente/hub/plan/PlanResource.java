package io.entente.hub.plan;

import io.entente.hub.apply.ApplyService;
import io.entente.hub.apply.StepJournal;
import io.entente.json.JsonTree;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Function;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Plans: made, shown, approved, applied and reversed. */
@Path("/api/plans")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {

  private final PlanService plans;
  private final ApplyService applies;
  private final StepJournal journal;
  private final Transactions transactions;
  private final FileDiffs files;

  PlanResource(
      PlanService plans,
      ApplyService applies,
      StepJournal journal,
      Transactions transactions,
      FileDiffs files) {
    this.plans = plans;
    this.applies = applies;
    this.journal = journal;
    this.transactions = transactions;
    this.files = files;
  }

  /** Which gateway to plan. */
  public record NewPlan(@NotNull String gateway) {}

  /** What was reviewed. */
  public record Approval(@NotNull String hash) {}

  @GET
  @RolesAllowed("plans:read")
  public String list() {
    return JsonTree.write(Node.arr(plans.list().stream().map(PlanView::row).toList()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed("plans:read")
  public String get(@PathParam("id") String id) {
    return show(plans.get(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @RolesAllowed("plans:write")
  public String create(@NotNull @Valid NewPlan wanted, @Context SecurityContext caller) {
    var gateway = parsed("gateway", wanted.gateway(), GatewayId::new);
    return show(plans.create(gateway, who(caller)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}/approve")
  @RolesAllowed("plans:approve")
  public String approve(
      @PathParam("id") String id, @NotNull @Valid Approval given, @Context SecurityContext caller) {
    return show(plans.approve(id, parsed("hash", given.hash(), Hash::new), who(caller)));
  }

  @POST
  @Path("{id}/apply")
  @RolesAllowed("plans:write")
  public String apply(@PathParam("id") String id, @Context SecurityContext caller) {
    return show(applies.apply(id, who(caller)));
  }

  @POST
  @Path("{id}/rollback")
  @ResponseStatus(201)
  @RolesAllowed("plans:write")
  public String rollback(@PathParam("id") String id, @Context SecurityContext caller) {
    return show(plans.rollback(id, who(caller)));
  }

  private String show(StoredPlan plan) {
    var states = transactions.call(connection -> journal.of(connection, plan.id()));
    var reasons = transactions.call(connection -> journal.reasons(connection, plan.id()));
    var known = transactions.call(connection -> journal.outputs(connection, plan.id()));
    return JsonTree.write(PlanView.whole(plan, states, reasons, known, files));
  }

  private static String who(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }

  private static <T> T parsed(String field, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user(
              "INVALID_VALUE", "The value cannot be a " + field + ".", field, text, "Correct it."));
    }
  }
}
