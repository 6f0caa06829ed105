package io.entente.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.ReadScope;
import io.entente.connector.spi.StepOutcome;
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
import io.entente.reconciliation.StepProgress;
import io.entente.reconciliation.journal.JournalRecovery;
import io.entente.reconciliation.journal.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads, plans, applies, journals and recovers as the hub does, without stores. */
final class SmallHub {

  private final ConnectorFixture fixture;
  private final Applier applier;
  private final Map<Node.Pending, Node> known = new HashMap<>();
  private SortedMap<ObjectKey, NativeObject> lastApplied = new TreeMap<>();

  SmallHub(ConnectorFixture fixture) {
    this.fixture = fixture;
    this.applier = fixture.connector().applier().orElseThrow();
  }

  Snapshot read() {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    var completeness =
        fixture
            .connector()
            .inventory()
            .read(
                new ReadScope.Everything(),
                page ->
                    page.forEach(
                        object ->
                            assertThat(objects.put(object.key(), object))
                                .as("object read twice: %s", object.key())
                                .isNull()));
    return new Snapshot(fixture.connector().gateway(), Instant.EPOCH, objects, completeness);
  }

  PlanDraft plan(SortedMap<ObjectKey, NativeObject> desired) {
    return Planner.plan(
        fixture.dialect(),
        fixture.connector().describe(),
        new PlanInput(desired, lastApplied, read()));
  }

  /** Plans and applies; every step must be done. */
  void reach(SortedMap<ObjectKey, NativeObject> desired) {
    var plan = plan(desired);
    assertThat(plan.refusals()).isEmpty();
    for (Step step : steps(plan)) {
      assertThat(send(step)).as("step %s", step.number()).isInstanceOf(StepResult.Done.class);
    }
    lastApplied = new TreeMap<>();
    desired.forEach((key, object) -> lastApplied.put(key, PendingValues.substitute(object, known)));
  }

  StepResult send(Step step) {
    var result = applier.apply(step, Map.copyOf(known));
    if (result instanceof StepResult.Done done) {
      known.putAll(done.outputs());
    }
    return result;
  }

  /** How far the step has come, by what was just read. */
  StepProgress progress(Step step, Map<ObjectKey, NativeObject> objects) {
    var now = Optional.ofNullable(objects.get(step.change().key()));
    return StepProgress.of(fixture.dialect(), step, now, known);
  }

  /** Sends a group at once. */
  List<StepOutcome> send(List<Step> group) {
    var outcomes = applier.apply(group, Map.copyOf(known));
    assertThat(outcomes).as("outcomes of %s steps", group.size()).hasSameSizeAs(group);
    for (StepOutcome outcome : outcomes) {
      if (outcome instanceof StepOutcome.Tried tried
          && tried.result() instanceof StepResult.Done done) {
        known.putAll(done.outputs());
      }
    }
    return outcomes;
  }

  /** The plan's steps as the connector lets them go together. */
  List<List<Step>> groups(PlanDraft plan) {
    var groups = new ArrayList<List<Step>>();
    for (var set : plan.changeSets()) {
      var left = set.steps();
      while (!left.isEmpty()) {
        int size = applier.together(left);
        assertThat(size).as("steps that go together").isBetween(1, left.size());
        groups.add(left.subList(0, size));
        left = left.subList(size, left.size());
      }
    }
    return groups;
  }

  /**
   * Applies {@code plan} group by group up to one and dies in it, when the gateway has taken {@code
   * landed} of it and nothing is written down. Then starts again, as {@link #crashAndRecover}.
   */
  List<StepState> crashInsideAndRecover(PlanDraft plan, int crash, List<Step> landed) {
    var journal = new ArrayList<StepState>();
    var groups = groups(plan);
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      if (i < crash) {
        var outcomes = send(group);
        assertThat(outcomes).as("group %s", i).allMatch(StepOutcome::done);
        for (int j = 0; j < group.size(); j++) {
          var result = ((StepOutcome.Tried) outcomes.get(j)).result();
          journal.add(new StepState.Planned(group.get(j)).sending().answered(result));
        }
      } else if (i == crash) {
        if (!landed.isEmpty()) {
          applier.apply(landed, Map.copyOf(known));
        }
        group.forEach(step -> journal.add(new StepState.Planned(step).sending()));
      } else {
        group.forEach(step -> journal.add(new StepState.Planned(step)));
      }
    }
    var recovered = JournalRecovery.recover(fixture.dialect(), journal, read());
    recovered.forEach(this::note);
    return recovered;
  }

  /**
   * Applies {@code plan} up to {@code crash} and dies there: before the call of that step goes out,
   * or after it took effect and before the answer was written down. Then starts again: recovers the
   * journal from a fresh read.
   *
   * @return the journal after recovery
   */
  List<StepState> crashAndRecover(PlanDraft plan, int crash, boolean callGoesOut) {
    var journal = new ArrayList<StepState>();
    for (Step step : steps(plan)) {
      var planned = new StepState.Planned(step);
      if (step.number() > crash) {
        journal.add(planned);
      } else if (step.number() == crash) {
        journal.add(planned.sending());
        if (callGoesOut) {
          applier.apply(step, Map.copyOf(known));
        }
      } else {
        journal.add(planned.sending().answered(send(step)));
      }
    }
    var recovered = JournalRecovery.recover(fixture.dialect(), journal, read());
    recovered.forEach(this::note);
    return recovered;
  }

  private void note(StepState state) {
    if (state instanceof StepState.Done done) {
      var change = done.step().change();
      var after = change.after().filter(object -> !object.claims().isEmpty());
      after.ifPresentOrElse(
          object -> lastApplied.put(change.key(), PendingValues.substitute(object, known)),
          () -> lastApplied.remove(change.key()));
    }
  }

  static List<Step> steps(PlanDraft plan) {
    return plan.changeSets().stream().flatMap(set -> set.steps().stream()).toList();
  }
}
