package io.entente.hub.apply;

import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.StoredPlan;
import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Step;
import io.entente.model.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether a plan still follows from the documents and the gateway. Blocks. */
@Singleton
public final class StaleCheck {

  private final PlanService service;
  private final GatewayEstate estate;

  public StaleCheck(PlanService service, GatewayEstate estate) {
    this.service = service;
    this.estate = estate;
  }

  /** What moved; empty when nothing did. Looks only inside our claims. */
  public Optional<Problem> check(StoredPlan plan) {
    var observed = PlanService.complete(estate.refresh(plan.gateway()));
    if (plan.draft().isEmpty()) {
      var dialect = Desired.dialect(estate, plan.gateway());
      return plan.steps().stream().allMatch(step -> holds(dialect, step, observed))
          ? Optional.empty()
          : Optional.of(stale(plan, "The gateway changed inside our claims"));
    }
    var desired = Desired.of(estate, plan.gateway(), observed.objects());
    if (!desired.translation().objects().equals(plan.objects())) {
      return Optional.of(stale(plan, "The documents changed"));
    }
    var now = service.draft(desired, observed).hash();
    return plan.draft().filter(now::equals).isPresent()
        ? Optional.empty()
        : Optional.of(stale(plan, "The gateway changed inside our claims"));
  }

  private static boolean holds(Dialect dialect, Step step, Snapshot observed) {
    var change = step.change();
    return ClaimScope.same(
        canonical(dialect, Optional.ofNullable(observed.objects().get(change.key()))),
        canonical(dialect, change.before()),
        ClaimScope.of(change));
  }

  static Optional<Content> canonical(Dialect dialect, Optional<NativeObject> object) {
    return object.map(o -> dialect.canonicalise(o.key(), o.content()));
  }

  private static Problem stale(StoredPlan plan, String what) {
    return Problem.user(
        "PLAN_STALE",
        what + " since plan " + plan.id() + " was made.",
        "plan",
        plan.id(),
        "Make a new plan of gateway " + plan.gateway() + " and review it.");
  }
}
