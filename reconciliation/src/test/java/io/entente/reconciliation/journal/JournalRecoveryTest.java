package io.entente.reconciliation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.reconciliation.fixture.EnvoyRoutes;
import io.entente.reconciliation.fixture.MemoryGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalRecoveryTest {

  private static final Dialect DIALECT = new EnvoyRoutes().dialect();
  private static final ObjectKey KEY = new ObjectKey("cluster", "a");
  private static final Problem WHY = Problem.vendor("LOST", "Lost.", "gateway", "Re-read.");

  @Test
  void sendingIsDoneWhenItsEffectIsThere() {
    assertThat(recover(sending(), object("after"))).isInstanceOf(StepState.Done.class);
  }

  @Test
  void sendingIsPlannedAgainWhenNothingOfItIsThere() {
    assertThat(recover(sending(), object("before"))).isInstanceOf(StepState.Planned.class);
  }

  @Test
  void sendingIsRefusedWhenSomebodyElseWasThere() {
    // When
    var state = recover(sending(), object("other"));
    // Then
    assertThat(state).isInstanceOf(StepState.Refused.class);
    assertThat(((StepState.Refused) state).why().code()).isEqualTo("STEP_CONFLICT");
    assertThat(state.settled()).isTrue();
  }

  @Test
  void unknownIsDecidedLikeSending() {
    // Given
    var unknown = sending().unknown(new StepResult.Unknown(WHY));
    // When, Then
    assertThat(recover(unknown, object("after"))).isInstanceOf(StepState.Done.class);
    assertThat(recover(unknown, object("before"))).isInstanceOf(StepState.Planned.class);
  }

  @Test
  void settledAndPlannedStepsStayAsTheyAre() {
    // Given
    var planned = new StepState.Planned(step(Node.text("after")));
    var done = sending().done(new StepResult.Done(Map.of()));
    // When, Then
    assertThat(recover(planned, object("other"))).isEqualTo(planned);
    assertThat(recover(done, object("other"))).isEqualTo(done);
  }

  @Test
  void decidesEachOfSeveralStepsThatWereUnderWayTogether() {
    // Given
    var landed = new ObjectKey("cluster", "landed");
    var lost = new ObjectKey("cluster", "lost");
    var taken = new ObjectKey("cluster", "taken");
    var journal =
        Stream.of(landed, lost, taken)
            .map(
                key ->
                    (StepState)
                        new StepState.Sending(
                            new Step(
                                1,
                                new Change(
                                    key,
                                    Optional.of(object(key, Node.text("before"))),
                                    Optional.of(object(key, Node.text("after")))))))
            .toList();
    var gateway =
        new MemoryGateway(
            DIALECT,
            object(landed, Node.text("after")),
            object(lost, Node.text("before")),
            object(taken, Node.text("other")));
    // When
    var states = JournalRecovery.recover(DIALECT, journal, gateway.snapshot());
    // Then
    assertThat(states).extracting(StepState::label).containsExactly("DONE", "PLANNED", "REFUSED");
  }

  @Test
  void knowsValuesThatAnEarlierStepProduced() {
    // Given
    var pending = new Node.Pending(new ObjectKey("revision", "r"), "number");
    var earlier =
        new StepState.Sending(step(Node.text("after")))
            .done(new StepResult.Done(Map.of(pending, Node.text("7"))));
    var later = new StepState.Sending(step(pending));
    // When
    var states =
        JournalRecovery.recover(
            DIALECT, List.of(earlier, later), new MemoryGateway(DIALECT, object("7")).snapshot());
    // Then
    assertThat(states.get(1)).isInstanceOf(StepState.Done.class);
  }

  @Test
  void refusesToDecideFromAnIncompleteRead() {
    // Given
    var partial = new MemoryGateway(DIALECT).snapshot(new Completeness.Partial(WHY));
    // When, Then
    assertThatThrownBy(() -> JournalRecovery.recover(DIALECT, List.of(sending()), partial))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static StepState recover(StepState state, NativeObject now) {
    return JournalRecovery.recover(
            DIALECT, List.of(state), new MemoryGateway(DIALECT, now).snapshot())
        .get(0);
  }

  private static StepState.Sending sending() {
    return new StepState.Planned(step(Node.text("after"))).sending();
  }

  private static Step step(Node after) {
    return new Step(1, new Change(KEY, Optional.of(object("before")), Optional.of(object(after))));
  }

  private static NativeObject object(String value) {
    return object(Node.text(value));
  }

  private static NativeObject object(Node value) {
    return object(KEY, value);
  }

  private static NativeObject object(ObjectKey key, Node value) {
    return new NativeObject(
        key,
        new Content.Tree(Node.obj(Map.of("value", value))),
        Set.of(new Claim.Whole(Set.of(new ClaimSource.OfFoundation()))));
  }
}
