package io.entente.hub.apply;

import io.entente.connector.spi.Applier;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.PlanStore;
import io.entente.hub.plan.ProblemText;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.model.estate.Gateway;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Executes an approved plan, one at a time per gateway. Blocks; worker threads only. */
@Singleton
public final class ApplyService {

  private final Transactions transactions;
  private final PlanService service;
  private final PlanStore plans;
  private final StepJournal journal;
  private final LastApplied lastApplied;
  private final GatewayEstate estate;
  private final GatewayLock lock;
  private final Recovery recovery;
  private final StaleCheck stale;
  private final ReadBack readBack;
  private final Conditions conditions;
  private final PlanRuns runs;
  private final Audit audit;
  private final Outbox outbox;

  public ApplyService(
      Transactions transactions,
      PlanService service,
      PlanStore plans,
      StepJournal journal,
      LastApplied lastApplied,
      GatewayEstate estate,
      GatewayLock lock,
      Recovery recovery,
      StaleCheck stale,
      ReadBack readBack,
      Conditions conditions,
      PlanRuns runs,
      Audit audit,
      Outbox outbox) {
    this.transactions = transactions;
    this.service = service;
    this.plans = plans;
    this.journal = journal;
    this.lastApplied = lastApplied;
    this.estate = estate;
    this.lock = lock;
    this.recovery = recovery;
    this.stale = stale;
    this.readBack = readBack;
    this.conditions = conditions;
    this.runs = runs;
    this.audit = audit;
    this.outbox = outbox;
  }

  /**
   * Applies the plan and waits, within bounds, for the data plane. A plan that fails is returned as
   * FAILED with its reason.
   *
   * @throws ProblemException GATEWAY_OBSERVE_ONLY, PLAN_STATE, PLAN_STALE or APPLY_IN_PROGRESS;
   *     nothing was sent then
   */
  public StoredPlan apply(String id, String who) {
    var gateway = service.get(id).gateway();
    Applier applier = applier(estate.gateway(gateway));
    return lock.alone(
        gateway,
        () -> {
          recovery.settle(gateway);
          var plan = service.get(id);
          if (plan.status() != PlanStatus.APPROVED) {
            throw new ProblemException(PlanService.notAt(plan, PlanStatus.APPROVED));
          }
          requireFresh(plan);
          begin(plan, who);
          Optional<Problem> failure = runs.of(plan, applier).toTheEnd();
          var known = transactions.call(connection -> journal.outputs(connection, plan.id()));
          var outcome =
              failure.isPresent()
                  ? ReadBack.Outcome.failed(failure.get())
                  : readBack.check(plan, known, applier);
          end(plan, known, outcome, who);
          return service.get(id);
        });
  }

  private Applier applier(Gateway gateway) {
    var observeOnly =
        Problem.user(
            "GATEWAY_OBSERVE_ONLY",
            "Gateway " + gateway.id() + " is only observed: nothing may be applied to it.",
            "spec.writes",
            "observeOnly",
            "Set spec.writes of the gateway to managed if Entente is to write to it.");
    if (gateway.writes() != Gateway.WriteMode.MANAGED) {
      throw new ProblemException(observeOnly);
    }
    return estate
        .connector(gateway.id())
        .applier()
        .orElseThrow(() -> new ProblemException(observeOnly));
  }

  private void requireFresh(StoredPlan plan) {
    var moved = stale.check(plan);
    if (moved.isPresent()) {
      transactions.run(
          connection -> {
            plans.move(
                connection,
                plan.id(),
                PlanStatus.APPROVED,
                PlanStatus.STALE,
                moved.map(ProblemText::write));
            outbox.record(connection, PlanService.event(plan, PlanStatus.STALE));
          });
      throw new ProblemException(moved.get());
    }
  }

  private void begin(StoredPlan plan, String who) {
    transactions.run(
        connection -> {
          audit.record(connection, AuditEntry.of(who, "plan.apply", "plan/" + plan.id()));
          if (!plans.move(
              connection, plan.id(), PlanStatus.APPROVED, PlanStatus.APPLYING, Optional.empty())) {
            throw new ProblemException(PlanService.notAt(plan, PlanStatus.APPROVED));
          }
          outbox.record(connection, PlanService.event(plan, PlanStatus.APPLYING));
        });
  }

  private void end(
      StoredPlan plan, Map<Node.Pending, Node> known, ReadBack.Outcome outcome, String who) {
    var status = outcome.failure().isEmpty() ? PlanStatus.APPLIED : PlanStatus.FAILED;
    transactions.run(
        connection -> {
          plans.move(
              connection,
              plan.id(),
              PlanStatus.APPLYING,
              status,
              outcome.failure().map(ProblemText::write));
          plans.ended(connection, plan.id(), outcome.convergence(), who, PlanService.now());
          if (status == PlanStatus.APPLIED && plan.draft().isPresent()) {
            lastApplied.replaceAll(connection, plan.gateway(), plan.objects(known));
          }
          boolean good = status == PlanStatus.APPLIED;
          String text = outcome.failure().map(Problem::message).orElse(outcome.summary());
          String why = outcome.failure().map(Problem::code).orElse("Applied");
          conditions.applied(connection, plan, "Applied", good, why, text);
          conditions.applied(
              connection,
              plan,
              "ReadBack",
              outcome.readBack(),
              outcome.readBack() ? "Equal" : "NotEqual",
              outcome.readBack() ? "The gateway holds what was planned." : text);
          outbox.record(connection, PlanService.event(plan, status));
        });
  }
}
