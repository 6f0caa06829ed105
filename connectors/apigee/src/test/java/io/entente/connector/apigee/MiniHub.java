package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.Connector;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.tree.Node;
import io.entente.reconciliation.PendingValues;
import io.entente.reconciliation.PlanDraft;
import io.entente.reconciliation.PlanInput;
import io.entente.reconciliation.Planner;
import io.entente.reconciliation.journal.JournalRecovery;
import io.entente.reconciliation.journal.StepState;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans, applies, journals and recovers as the hub does; survives the connector it works with. */
final class MiniHub {

  private final Dialect dialect = new ApigeeDialect();
  private final Map<Node.Pending, Node> known = new HashMap<>();
  private SortedMap<ObjectKey, NativeObject> lastApplied = new TreeMap<>();
  private Connector connector;

  MiniHub(Connector connector) {
    this.connector = connector;
  }

  /** The process starts again: another connector, nothing remembered but what was written down. */
  void restart(Connector fresh) {
    connector = fresh;
  }

  SortedMap<ObjectKey, NativeObject> lastApplied() {
    return lastApplied;
  }

  Snapshot read() {
    var snapshot = Reads.snapshot(connector);
    assertThat(snapshot.complete()).as("%s", snapshot.completeness()).isTrue();
    return snapshot;
  }

  PlanDraft plan(SortedMap<ObjectKey, NativeObject> desired) {
    return Planner.plan(dialect, connector.describe(), new PlanInput(desired, lastApplied, read()));
  }

  static List<Step> steps(PlanDraft plan) {
    return plan.changeSets().stream().flatMap(set -> set.steps().stream()).toList();
  }

  /** Plans and applies; every step must be done. */
  void reach(SortedMap<ObjectKey, NativeObject> desired) {
    var plan = plan(desired);
    assertThat(plan.refusals()).isEmpty();
    for (Step step : steps(plan)) {
      assertThat(send(step)).as("step %s", step).isInstanceOf(StepResult.Done.class);
    }
    lastApplied = new TreeMap<>();
    desired.forEach((key, object) -> lastApplied.put(key, PendingValues.substitute(object, known)));
  }

  StepResult send(Step step) {
    var result = connector.applier().orElseThrow().apply(step, Map.copyOf(known));
    if (result instanceof StepResult.Done done) {
      known.putAll(done.outputs());
    }
    return result;
  }

  /**
   * Applies until a step is not done; that one is left under way, as a process that died leaves it.
   *
   * @return the journal
   */
  List<StepState> applyUntilItFails(PlanDraft plan) {
    var journal = new ArrayList<StepState>();
    boolean died = false;
    for (Step step : steps(plan)) {
      var planned = new StepState.Planned(step);
      if (died) {
        journal.add(planned);
        continue;
      }
      var result = send(step);
      died = !(result instanceof StepResult.Done);
      journal.add(died ? planned.sending() : planned.sending().answered(result));
    }
    return journal;
  }

  /** Looks what became of the step under way and notes what is ours by now. */
  void recover(List<StepState> journal) {
    for (StepState state : JournalRecovery.recover(dialect, journal, read())) {
      if (state instanceof StepState.Done done) {
        var change = done.step().change();
        change
            .after()
            .filter(object -> !object.claims().isEmpty())
            .ifPresentOrElse(
                object -> lastApplied.put(change.key(), PendingValues.substitute(object, known)),
                () -> lastApplied.remove(change.key()));
      }
    }
  }
}
