package io.entente.hub.apply;

import io.entente.connector.spi.Applier;
import io.entente.hub.apply.StepJournal.State;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PendingNodes;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.PlanStore;
import io.entente.hub.plan.ProblemText;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.model.estate.Gateway;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.reconciliation.PendingValues;
import io.entente.reconciliation.journal.StepState;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** Runs the steps in order until one does not land; says why it did not. */
  private Optional<Problem> run(StoredPlan plan, Applier applier) {
    var known = new HashMap<Node.Pending, Node>();
    for (Step step : plan.steps()) {
      var waiting = PendingNodes.of(PendingValues.substitute(step, known));
      if (!waiting.isEmpty()) {
        return Optional.of(neverKnown(step, waiting));
      }
      write(plan, step, State.SENDING, Optional.empty());
      probe.before(step);
      StepResult result = applier.apply(step, Map.copyOf(known));
      probe.after(step);
      if (result instanceof StepResult.Unknown unknown) {
        write(plan, step, State.UNKNOWN, Optional.of(unknown.why()));
        result = reread(plan, step, Map.copyOf(known), applier, unknown);
      }
      if (result instanceof StepResult.Done done) {
        known.putAll(done.outputs());
        landed(plan, step, done.outputs(), known);
      } else if (result instanceof StepResult.Refused refused) {
        write(plan, step, State.REFUSED, Optional.of(refused.why()));
        return Optional.of(refused.why());
      } else if (result instanceof StepResult.Unknown unknown) {
        return Optional.of(unknown.why());
      }
    }
    return Optional.empty();
  }

  private StepResult reread(
      StoredPlan plan,
      Step step,
      Map<Node.Pending, Node> known,
      Applier applier,
      StepResult.Unknown unknown) {
    var observed = estate.refresh(plan.gateway());
    if (!observed.complete()) {
      return unknown;
    }
    var dialect = Desired.dialect(estate, plan.gateway());
    var decided = Recovery.decide(dialect, PendingValues.substitute(step, known), observed);
    if (decided instanceof StepState.Done) {
      // The lost answer held what others wait for: a step that landed answers again, writing
      // nothing.
      return awaited(plan, step) ? applier.apply(step, known) : new StepResult.Done(Map.of());
    }
    if (decided instanceof StepState.Refused refused) {
      return new StepResult.Refused(refused.failure(), refused.why());
    }
    return new StepResult.Refused(io.entente.model.problem.FailureClass.TRANSIENT, unknown.why());
  }

  private static boolean awaited(StoredPlan plan, Step step) {
    return plan.steps().stream()
        .flatMap(later -> PendingNodes.of(later).stream())
        .anyMatch(pending -> pending.producer().equals(step.change().key()));
  }

  private static Problem neverKnown(Step step, Set<Node.Pending> waiting) {
    return Problem.internal(
        "PENDING_VALUE_UNKNOWN",
        "Step "
            + step.number()
            + " waits for what "
            + waiting.stream().map(pending -> pending.producer().toString()).sorted().toList()
            + " did not tell.",
        "Make a new plan: it starts from what the gateway holds now.");
  }

  private void write(StoredPlan plan, Step step, State state, Optional<Problem> why) {
    transactions.run(connection -> journal.write(connection, plan.id(), step.number(), state, why));
  }

  private void landed(
      StoredPlan plan, Step step, Map<Node.Pending, Node> outputs, Map<Node.Pending, Node> known) {
    var key = step.change().key();
    var ours = Optional.ofNullable(plan.objects(known).get(key));
    transactions.run(
        connection -> {
          journal.done(connection, plan.id(), step.number(), outputs);
          lastApplied.landed(connection, plan.gateway(), key, ours);
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
