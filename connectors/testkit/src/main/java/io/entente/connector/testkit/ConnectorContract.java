package io.entente.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.StepOutcome;
import io.entente.connector.testkit.ConnectorFixture.Version;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Action;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.reconciliation.PlanDraft;
import io.entente.reconciliation.StepProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector that writes has to hold. Subclass it and provide {@link #open}. */
public abstract class ConnectorContract {

  /** Plans shorter than this would not prove what a crash in the middle does. */
  private static final int LONG_PLAN = 30;

  /** Where not every step of a long plan is the last one. */
  private static final int EVERY_FEW = 5;

  private static final long SEED = 20261121L;

  /** A fresh gateway with its foreign objects; the contract closes it. */
  protected abstract ConnectorFixture open();

  /**
   * Fewest steps of the second plan. Fewer than {@value #LONG_PLAN} only where the gateway takes
   * all it holds as one document, so that a plan has one step however much changes.
   */
  protected int fewestSteps() {
    return LONG_PLAN;
  }

  /** What steps of the second plan do to objects that are there. */
  protected Set<Action> actions() {
    return EnumSet.of(Action.UPDATE, Action.DELETE);
  }

  @Test
  public void readsEveryObjectOnceAndSaysSo() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      // When
      var snapshot = hub.read();
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(snapshot.objects().keySet())
          .containsExactlyInAnyOrderElementsOf(fixture.foreign().keySet());
      assertThat(foreign(fixture, snapshot.objects()))
          .isEqualTo(foreign(fixture, fixture.foreign()));
    }
  }

  @Test
  public void failedReadIsNeverAnEmptySuccess() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      fixture.failReads();
      // When
      var snapshot = hub.read();
      // Then
      assertThat(snapshot.completeness()).isNotInstanceOf(Completeness.Complete.class);
      assertThat(hub.plan(fixture.desired(Version.FIRST)).refusals())
          .extracting(problem -> problem.code())
          .contains("SNAPSHOT_INCOMPLETE");
    }
  }

  @Test
  public void whatWasAppliedIsReadBackAndTheSecondPlanIsEmpty() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      // When
      hub.reach(fixture.desired(Version.FIRST));
      var second = hub.plan(fixture.desired(Version.FIRST));
      // Then
      assertEmpty(second);
      assertNoOrphans(fixture, hub, Version.FIRST);
    }
  }

  @Test
  public void applyingAStepTwiceIsDoneWithoutAWrite() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      hub.reach(fixture.desired(Version.FIRST));
      for (Step step : SmallHub.steps(hub.plan(fixture.desired(Version.SECOND)))) {
        assertThat(hub.send(step)).isInstanceOf(StepResult.Done.class);
        long writes = fixture.writes();
        var before = hub.read().objects();
        // When
        var again = hub.send(step);
        // Then
        assertThat(again).as("step %s again", step).isInstanceOf(StepResult.Done.class);
        assertThat(fixture.writes()).as("writes after step %s again", step).isEqualTo(writes);
        assertThat(hub.read().objects()).isEqualTo(before);
      }
    }
  }

  @Test
  public void lostPreconditionRefusesAndChangesNothing() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      hub.reach(fixture.desired(Version.FIRST));
      var plan = hub.plan(fixture.desired(Version.SECOND));
      for (Action action : actions()) {
        var step = first(plan, action);
        fixture.editOurs(step.change().key());
        var before = hub.read().objects();
        long writes = fixture.writes();
        // When
        var result = hub.send(step);
        // Then
        assertThat(result).as("%s", action).isInstanceOf(StepResult.Refused.class);
        assertThat(((StepResult.Refused) result).failure())
            .isEqualTo(FailureClass.PRECONDITION_LOST);
        assertThat(fixture.writes()).isEqualTo(writes);
        assertThat(hub.read().objects()).isEqualTo(before);
      }
    }
  }

  @Test
  public void foreignPartsStayUntouchedByApplyChangeAndRemoval() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      var before = foreign(fixture, fixture.foreign());
      // When
      hub.reach(fixture.desired(Version.FIRST));
      var first = foreign(fixture, hub.read().objects());
      hub.reach(fixture.desired(Version.SECOND));
      var second = foreign(fixture, hub.read().objects());
      hub.reach(new TreeMap<>());
      // Then
      assertThat(first).isEqualTo(before);
      assertThat(second).isEqualTo(before);
      assertThat(foreign(fixture, hub.read().objects())).isEqualTo(before);
      assertThat(hub.read().objects().keySet()).isEqualTo(fixture.foreign().keySet());
    }
  }

  @Test
  public void foreignEditsBetweenPlanAndApplySurvive() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      hub.reach(fixture.desired(Version.FIRST));
      var plan = hub.plan(fixture.desired(Version.SECOND));
      var before = foreign(fixture, hub.read().objects());
      fixture.editForeign();
      var edited = foreign(fixture, hub.read().objects());
      // When
      for (Step step : SmallHub.steps(plan)) {
        assertThat(hub.send(step)).as("step %s", step).isInstanceOf(StepResult.Done.class);
      }
      // Then
      assertThat(edited).isNotEqualTo(before);
      assertThat(foreign(fixture, hub.read().objects())).isEqualTo(edited);
    }
  }

  @Test
  public void lostAnswerIsUnknownAndARereadTellsThatItLanded() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      var step = SmallHub.steps(hub.plan(fixture.desired(Version.FIRST))).get(0);
      fixture.loseNextAnswer();
      // When
      var result = hub.send(step);
      // Then
      assertThat(result).isInstanceOf(StepResult.Unknown.class);
      var now = Optional.ofNullable(hub.read().objects().get(step.change().key()));
      assertThat(StepProgress.of(fixture.dialect(), step, now, Map.of()))
          .isEqualTo(StepProgress.LANDED);
    }
  }

  @Test
  public void convergesAfterACrashBeforeSomeCalls() {
    crashes(false, EVERY_FEW);
  }

  @Test
  @Tag("long")
  public void convergesAfterACrashBeforeAnyCall() {
    crashes(false, 1);
  }

  @Test
  @Tag("long")
  public void convergesAfterACrashWithAnyAnswerLost() {
    crashes(true, 1);
  }

  @Test
  public void aGroupDoesWhatItsStepsDoOneByOne() {
    try (var together = open();
        var alone = open()) {
      // Given
      var hub = new SmallHub(together);
      hub.reach(together.desired(Version.FIRST));
      var one = new SmallHub(alone);
      one.reach(alone.desired(Version.FIRST));
      // When
      for (var group : hub.groups(hub.plan(together.desired(Version.SECOND)))) {
        assertThat(hub.send(group)).as("%s", group).allMatch(StepOutcome::done);
        var objects = hub.read().objects();
        assertThat(group).allMatch(step -> hub.progress(step, objects) == StepProgress.LANDED);
        long writes = together.writes();
        assertThat(hub.send(group)).as("%s again", group).allMatch(StepOutcome::done);
        assertThat(together.writes()).as("writes after %s again", group).isEqualTo(writes);
      }
      one.reach(alone.desired(Version.SECOND));
      // Then
      assertThat(canonical(together, hub.read().objects()))
          .isEqualTo(canonical(alone, one.read().objects()));
    }
  }

  @Test
  public void aLostPreconditionInAGroupTouchesOnlyTheOthers() {
    for (Action action : actions()) {
      try (var fixture = open()) {
        // Given
        var hub = new SmallHub(fixture);
        hub.reach(fixture.desired(Version.FIRST));
        var plan = hub.plan(fixture.desired(Version.SECOND));
        var group = largest(hub.groups(plan), action);
        var of = group.stream().filter(step -> step.change().action() == action).toList();
        var victim = of.get(of.size() / 2);
        fixture.editOurs(victim.change().key());
        var before = hub.read().objects();
        long writes = fixture.writes();
        // When
        var outcomes = hub.send(group);
        // Then
        var after = hub.read().objects();
        for (int i = 0; i < group.size(); i++) {
          var step = group.get(i);
          var key = step.change().key();
          if (step.equals(victim)) {
            assertThat(outcomes.get(i)).as("%s", step).isInstanceOf(StepOutcome.Tried.class);
            var result = ((StepOutcome.Tried) outcomes.get(i)).result();
            assertThat(result).isInstanceOf(StepResult.Refused.class);
            assertThat(((StepResult.Refused) result).failure())
                .isEqualTo(FailureClass.PRECONDITION_LOST);
          } else {
            assertThat(outcomes.get(i).done() || outcomes.get(i) instanceof StepOutcome.NotSent)
                .as("%s of %s", outcomes.get(i), step)
                .isTrue();
          }
          assertThat(hub.progress(step, after).equals(StepProgress.LANDED))
              .as("whether %s landed", step)
              .isEqualTo(outcomes.get(i).done());
          if (!outcomes.get(i).done()) {
            assertThat(after.get(key)).as("%s", key).isEqualTo(before.get(key));
          }
        }
        assertThat(fixture.writes() - writes)
            .isEqualTo(outcomes.stream().filter(StepOutcome::done).count());
        assertThat(foreign(fixture, after)).isEqualTo(foreign(fixture, before));
      }
    }
  }

  @Test
  public void lostAnswerInAGroupIsUnknownOfItsStepOnly() {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      hub.reach(fixture.desired(Version.FIRST));
      var groups = hub.groups(hub.plan(fixture.desired(Version.SECOND)));
      var group = groups.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
      for (var earlier : groups.subList(0, groups.indexOf(group))) {
        assertThat(hub.send(earlier)).allMatch(StepOutcome::done);
      }
      fixture.loseNextAnswer();
      // When
      var outcomes = hub.send(group);
      // Then
      var after = hub.read().objects();
      int unknown = 0;
      for (int i = 0; i < group.size(); i++) {
        boolean lost =
            outcomes.get(i) instanceof StepOutcome.Tried tried
                && tried.result() instanceof StepResult.Unknown;
        unknown += lost ? 1 : 0;
        assertThat(hub.progress(group.get(i), after))
            .as("%s: %s", group.get(i), outcomes.get(i))
            .isEqualTo(
                lost || outcomes.get(i).done() ? StepProgress.LANDED : StepProgress.NOT_LANDED);
      }
      assertThat(unknown).isEqualTo(1);
    }
  }

  @Test
  public void convergesAfterACrashInsideAGroup() {
    var random = new Random(SEED);
    for (int crash : groupsOfSeveral()) {
      crashInside(crash, 0, random);
      crashInside(crash, 0.5, random);
      crashInside(crash, 1, random);
    }
  }

  /** Lets a share of one group land and dies; returns how many groups the plan has. */
  /** Positions of groups with more than one step; what a single one does has a rule of its own. */
  private List<Integer> groupsOfSeveral() {
    try (var fixture = open()) {
      var hub = new SmallHub(fixture);
      hub.reach(fixture.desired(Version.FIRST));
      var groups = hub.groups(hub.plan(fixture.desired(Version.SECOND)));
      return IntStream.range(0, groups.size())
          .filter(position -> groups.get(position).size() > 1)
          .boxed()
          .toList();
    }
  }

  private void crashInside(int crash, double share, Random random) {
    try (var fixture = open()) {
      // Given
      var hub = new SmallHub(fixture);
      hub.reach(fixture.desired(Version.FIRST));
      var plan = hub.plan(fixture.desired(Version.SECOND));
      var groups = hub.groups(plan);
      var group = new ArrayList<>(groups.get(crash));
      Collections.shuffle(group, random);
      var landed = group.subList(0, (int) (group.size() * share));
      // When
      var journal = hub.crashInsideAndRecover(plan, crash, landed);
      // Then
      for (var state : journal) {
        if (group.contains(state.step())) {
          assertThat(state.label())
              .as("seed %s, step %s in group %s", SEED, state.step().number(), crash)
              .isEqualTo(landed.contains(state.step()) ? "DONE" : "PLANNED");
        }
      }
      hub.reach(fixture.desired(Version.SECOND));
      assertEmpty(hub.plan(fixture.desired(Version.SECOND)));
      assertNoOrphans(fixture, hub, Version.SECOND);
      assertThat(foreign(fixture, hub.read().objects()))
          .as("seed %s, foreign parts after a crash in group %s", SEED, crash)
          .isEqualTo(foreign(fixture, fixture.foreign()));
    }
  }

  private static List<Step> largest(List<List<Step>> groups, Action action) {
    return groups.stream()
        .filter(group -> group.stream().anyMatch(step -> step.change().action() == action))
        .max(Comparator.comparingInt(List::size))
        .orElseThrow(() -> new AssertionError("the fixture's second plan has no " + action));
  }

  private static SortedMap<ObjectKey, Content> canonical(
      ConnectorFixture fixture, Map<ObjectKey, NativeObject> objects) {
    var all = new TreeMap<ObjectKey, Content>();
    objects.forEach(
        (key, object) -> all.put(key, fixture.dialect().canonicalise(key, object.content())));
    return all;
  }

  /** Each step of {@code apart} in turn is the one at which it ends. */
  private void crashes(boolean callGoesOut, int apart) {
    int crash = 1;
    int steps;
    do {
      try (var fixture = open()) {
        // Given
        var hub = new SmallHub(fixture);
        hub.reach(fixture.desired(Version.FIRST));
        var plan = hub.plan(fixture.desired(Version.SECOND));
        steps = SmallHub.steps(plan).size();
        assertThat(steps).isGreaterThanOrEqualTo(fewestSteps());
        // When
        var journal = hub.crashAndRecover(plan, crash, callGoesOut);
        hub.reach(fixture.desired(Version.SECOND));
        // Then
        assertThat(journal.get(crash - 1).label())
            .as("recovered step %s", crash)
            .isEqualTo(callGoesOut ? "DONE" : "PLANNED");
        assertEmpty(hub.plan(fixture.desired(Version.SECOND)));
        assertNoOrphans(fixture, hub, Version.SECOND);
        assertThat(foreign(fixture, hub.read().objects()))
            .as("foreign parts after a crash at step %s", crash)
            .isEqualTo(foreign(fixture, fixture.foreign()));
      }
      crash += apart;
    } while (crash <= steps);
  }

  private static Step first(PlanDraft plan, Action action) {
    return SmallHub.steps(plan).stream()
        .filter(step -> step.change().action() == action)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the fixture's second plan has no " + action));
  }

  private static void assertEmpty(PlanDraft plan) {
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.differences()).isEmpty();
    assertThat(plan.changeSets()).isEmpty();
    assertThat(plan.drift()).isEmpty();
  }

  private static void assertNoOrphans(ConnectorFixture fixture, SmallHub hub, Version version) {
    var expected = new TreeSet<>(fixture.foreign().keySet());
    expected.addAll(fixture.desired(version).keySet());
    assertThat(hub.read().objects().keySet()).isEqualTo(expected);
  }

  /** Per foreign object the hash of what no version of ours ever claims. */
  private static SortedMap<ObjectKey, Hash> foreign(
      ConnectorFixture fixture, Map<ObjectKey, NativeObject> objects) {
    return ForeignParts.of(fixture, objects);
  }
}
