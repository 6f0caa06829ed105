package io.entente.hub.apply;

import io.entente.connector.spi.Applier;
import io.entente.hub.apply.StepJournal.State;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.PlanStore;
import io.entente.hub.plan.ProblemText;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.reconciliation.journal.StepState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private final ApplyProbe probe;
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
      ApplyProbe probe,
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
    this.probe = probe;
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
          Optional<Problem> failure = run(plan, applier);
          var outcome =
              failure.isPresent()
                  ? ReadBack.Outcome.failed(failure.get())
                  : readBack.check(plan, applier);
          end(plan, outcome, who);
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

  /** Runs the steps in order, group by group, until one does not land; says why it did not. */
  private Optional<Problem> run(StoredPlan plan, Applier applier) {
    var known = new HashMap<Node.Pending, Node>();
    for (ChangeSet set : plan.changeSets()) {
      var left = new ArrayList<>(set.steps());
      while (!left.isEmpty()) {
        var group = List.copyOf(left.subList(0, applier.together(left)));
        var outcomes = run(plan, group, applier, known);
        if (outcomes.failure().isPresent()) {
          return outcomes.failure();
        }
        // What was held back for a step that turned out to have landed is still to be sent.
        left.subList(0, group.size()).retainAll(outcomes.notSent());
      }
    }
    return Optional.empty();
  }

  /** Runs one group; what became of all its steps is written down before anything follows. */
  private GroupOutcomes run(
      StoredPlan plan, List<Step> group, Applier applier, Map<Node.Pending, Node> known) {
    transactions.run(connection -> journal.sending(connection, plan.id(), group));
    group.forEach(probe::before);
    var now = Map.copyOf(known);
    var outcomes = GroupOutcomes.of(group, probe.during(group, part -> applier.apply(part, now)));
    group.forEach(probe::after);
    transactions.run(connection -> write(connection, plan, outcomes));
    var settled = outcomes.unknown().isEmpty() ? outcomes : reread(plan, outcomes);
    settled.outputs().forEach(known::putAll);
    return settled;
  }

  private void write(Connection connection, StoredPlan plan, GroupOutcomes outcomes)
      throws SQLException {
    var ours = plan.objects();
    for (var outcome : outcomes.results().entrySet()) {
      write(connection, plan, ours, outcome.getKey(), outcome.getValue());
    }
    for (Step step : outcomes.notSent()) {
      journal.write(connection, plan.id(), step.number(), State.PLANNED, Optional.empty());
    }
  }

  private void write(
      Connection connection,
      StoredPlan plan,
      Map<ObjectKey, NativeObject> ours,
      Step step,
      StepResult result)
      throws SQLException {
    if (result instanceof StepResult.Refused refused) {
      journal.write(
          connection, plan.id(), step.number(), State.REFUSED, Optional.of(refused.why()));
    } else if (result instanceof StepResult.Unknown unknown) {
      journal.write(
          connection, plan.id(), step.number(), State.UNKNOWN, Optional.of(unknown.why()));
    } else {
      landed(connection, plan, ours, step);
    }
  }

  /** Decides what may have landed from one fresh read of the gateway. */
  private GroupOutcomes reread(StoredPlan plan, GroupOutcomes outcomes) {
    var observed = estate.refresh(plan.gateway());
    if (!observed.complete()) {
      return outcomes;
    }
    var dialect = Desired.dialect(estate, plan.gateway());
    var decided = outcomes.settled((step, unknown) -> decided(dialect, step, unknown, observed));
    transactions.run(
        connection -> {
          for (Step step : outcomes.unknown()) {
            write(connection, plan, plan.objects(), step, decided.result(step));
          }
        });
    return decided;
  }

  private static StepResult decided(
      Dialect dialect, Step step, StepResult.Unknown unknown, Snapshot observed) {
    var decided = Recovery.decide(dialect, step, observed);
    if (decided instanceof StepState.Done done) {
      return new StepResult.Done(done.outputs());
    }
    if (decided instanceof StepState.Refused refused) {
      return new StepResult.Refused(refused.failure(), refused.why());
    }
    return new StepResult.Refused(io.entente.model.problem.FailureClass.TRANSIENT, unknown.why());
  }

  private void landed(
      Connection connection, StoredPlan plan, Map<ObjectKey, NativeObject> ours, Step step)
      throws SQLException {
    var key = step.change().key();
    journal.write(connection, plan.id(), step.number(), State.DONE, Optional.empty());
    lastApplied.landed(connection, plan.gateway(), key, Optional.ofNullable(ours.get(key)));
  }

  private void end(StoredPlan plan, ReadBack.Outcome outcome, String who) {
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
            lastApplied.replaceAll(connection, plan.gateway(), plan.objects());
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
