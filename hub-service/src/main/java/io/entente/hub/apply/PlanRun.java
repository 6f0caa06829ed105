package io.entente.hub.apply;

import io.entente.connector.spi.Applier;
import io.entente.hub.apply.StepJournal.State;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PendingNodes;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.reconciliation.PendingValues;
import io.entente.reconciliation.journal.StepState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One plan on its way to the gateway, step by step or group by group. For one thread. */
final class PlanRun {
  private final Transactions transactions;
  private final StepJournal journal;
  private final LastApplied lastApplied;
  private final GatewayEstate estate;
  private final ApplyProbe probe;
  private final StoredPlan plan;
  private final Applier applier;
  private final Map<Node.Pending, Node> known = new HashMap<>();

  PlanRun(
      Transactions transactions,
      StepJournal journal,
      LastApplied lastApplied,
      GatewayEstate estate,
      ApplyProbe probe,
      StoredPlan plan,
      Applier applier) {
    this.transactions = transactions;
    this.journal = journal;
    this.lastApplied = lastApplied;
    this.estate = estate;
    this.probe = probe;
    this.plan = plan;
    this.applier = applier;
  }

  /** Runs the steps in order, group by group, until one does not land; says why it did not. */
  Optional<Problem> toTheEnd() {
    for (ChangeSet set : plan.changeSets()) {
      var left = new ArrayList<>(set.steps());
      while (!left.isEmpty()) {
        var group = List.copyOf(left.subList(0, applier.together(left)));
        var missing = neverKnown(group);
        if (missing.isPresent()) {
          return missing;
        }
        var outcomes = run(group);
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
  private GroupOutcomes run(List<Step> group) {
    transactions.run(connection -> journal.sending(connection, plan.id(), group));
    group.forEach(probe::before);
    var now = Map.copyOf(known);
    var outcomes = GroupOutcomes.of(group, probe.during(group, part -> applier.apply(part, now)));
    group.forEach(probe::after);
    outcomes.outputs().forEach(known::putAll);
    transactions.run(connection -> write(connection, outcomes));
    return outcomes.unknown().isEmpty() ? outcomes : reread(outcomes);
  }

  private void write(Connection connection, GroupOutcomes outcomes) throws SQLException {
    var ours = plan.objects(known);
    for (var outcome : outcomes.results().entrySet()) {
      write(connection, ours, outcome.getKey(), outcome.getValue());
    }
    for (Step step : outcomes.notSent()) {
      journal.write(connection, plan.id(), step.number(), State.PLANNED, Optional.empty());
    }
  }

  private void write(
      Connection connection, Map<ObjectKey, NativeObject> ours, Step step, StepResult result)
      throws SQLException {
    if (result instanceof StepResult.Refused refused) {
      journal.write(
          connection, plan.id(), step.number(), State.REFUSED, Optional.of(refused.why()));
    } else if (result instanceof StepResult.Unknown unknown) {
      journal.write(
          connection, plan.id(), step.number(), State.UNKNOWN, Optional.of(unknown.why()));
    } else if (result instanceof StepResult.Done done) {
      var key = step.change().key();
      journal.done(connection, plan.id(), step.number(), done.outputs());
      lastApplied.landed(connection, plan.gateway(), key, Optional.ofNullable(ours.get(key)));
    }
  }

  /** Decides what may have landed from one fresh read of the gateway. */
  private GroupOutcomes reread(GroupOutcomes outcomes) {
    var observed = estate.refresh(plan.gateway());
    if (!observed.complete()) {
      return outcomes;
    }
    var dialect = Desired.dialect(estate, plan.gateway());
    var decided = outcomes.settled((step, unknown) -> decided(dialect, step, unknown, observed));
    decided.outputs().forEach(known::putAll);
    transactions.run(
        connection -> {
          var ours = plan.objects(known);
          for (Step step : outcomes.unknown()) {
            write(connection, ours, step, decided.result(step));
          }
        });
    return decided;
  }

  private StepResult decided(
      Dialect dialect, Step step, StepResult.Unknown unknown, Snapshot observed) {
    var decided = Recovery.decide(dialect, PendingValues.substitute(step, known), observed);
    if (decided instanceof StepState.Done) {
      // The lost answer held what others wait for: a step that landed answers again, writing
      // nothing.
      return awaited(step) ? applier.apply(step, Map.copyOf(known)) : new StepResult.Done(Map.of());
    }
    if (decided instanceof StepState.Refused refused) {
      return new StepResult.Refused(refused.failure(), refused.why());
    }
    return new StepResult.Refused(FailureClass.TRANSIENT, unknown.why());
  }

  private boolean awaited(Step step) {
    return plan.steps().stream()
        .flatMap(later -> PendingNodes.of(later).stream())
        .anyMatch(pending -> pending.producer().equals(step.change().key()));
  }

  private Optional<Problem> neverKnown(List<Step> group) {
    for (Step step : group) {
      var waiting = PendingNodes.of(PendingValues.substitute(step, known));
      if (!waiting.isEmpty()) {
        return Optional.of(neverKnown(step, waiting));
      }
    }
    return Optional.empty();
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
}
