package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;
import static io.entente.connector.kong.Entities.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.StepOutcome;
import io.entente.connector.testkit.TestSecrets;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.fault.Effect;
import io.entente.simulator.kong.fault.Fault;
import io.entente.simulator.kong.fault.Trigger;
import io.entente.simulator.kong.fault.Trigger.On;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a group of steps asks of a Kong with database, and what it keeps from being overwritten. */
class EntityGroupTest {

  private static final int STEPS = 20;
  private static final int ROUTES = 100;
  private static final int PLUGINS = 200;

  private final SimulatedKong kong = new SimulatedKong(Database.POSTGRES);

  @BeforeEach
  void estate() {
    kong.put("services", id(1), Entities.service(1));
    for (int i = 0; i < STEPS; i++) {
      kong.put("routes", id(ROUTES + i), Entities.route(ROUTES + i, 1));
    }
    kong.connector().describe();
  }

  @AfterEach
  void close() {
    kong.close();
  }

  @Test
  void aGroupIsCheckedByOneListAndWrittenByOneCallAStep() {
    // Given
    kong.faults(new Fault(new Effect.Delay(0), Trigger.every(On.READS)));
    long writes = kong.writes();
    // When
    var made = send(steps(Optional.empty(), Optional.of(5)));
    var changed = send(steps(Optional.of(5), Optional.of(7)));
    var removed = send(steps(Optional.of(7), Optional.empty()));
    // Then
    assertThat(made).allMatch(StepOutcome::done);
    assertThat(changed).allMatch(StepOutcome::done);
    assertThat(removed).allMatch(StepOutcome::done);
    assertThat(kong.writes() - writes).isEqualTo(3L * STEPS);
    assertThat(kong.node().faults().struck().get(1)).as("reads").isEqualTo(3);
    assertThat(Reads.snapshot(kong.connector()).objects()).doesNotContainKey(key("plugins", 200));
  }

  @Test
  void whatLostItsTagIsNotTakenForOurs() {
    // Given
    send(steps(Optional.empty(), Optional.of(5)));
    kong.patch("plugins", id(PLUGINS + 9), json("{'tags':['theirs']}"));
    var before = kong.entity("plugins", id(PLUGINS + 9));
    // When
    var outcomes = send(steps(Optional.of(5), Optional.of(7)));
    // Then
    assertThat(((StepOutcome.Tried) outcomes.get(9)).result())
        .isInstanceOfSatisfying(
            StepResult.Refused.class,
            refused -> assertThat(refused.why().code()).isEqualTo(KongErrorCode.FOREIGN_ENTITY));
    assertThat(kong.entity("plugins", id(PLUGINS + 9))).isEqualTo(before);
  }

  @Test
  void aForeignEntityOfAnIdToBeMadeIsKept() {
    // Given
    kong.put(
        "plugins",
        id(PLUGINS + 9),
        Entities.limit(200, ROUTES + 9, 1).without("tags").without("id"));
    var before = kong.entity("plugins", id(PLUGINS + 9));
    // When
    var outcomes = send(steps(Optional.empty(), Optional.of(5)));
    // Then
    assertThat(((StepOutcome.Tried) outcomes.get(9)).result())
        .isInstanceOfSatisfying(
            StepResult.Refused.class,
            refused -> assertThat(refused.why().code()).isEqualTo(KongErrorCode.FOREIGN_ENTITY));
    assertThat(kong.entity("plugins", id(PLUGINS + 9))).isEqualTo(before);
  }

  @Test
  void stepsLookForThemselvesWhenTheListFails() {
    // Given
    send(steps(Optional.empty(), Optional.of(5)));
    kong.faults(new Fault(new Effect.ServerError(500), Trigger.every(On.LISTS)));
    // When
    var outcomes = send(steps(Optional.of(5), Optional.of(7)));
    // Then
    assertThat(outcomes).allMatch(StepOutcome::done);
  }

  @Test
  void aThrottledGroupEndsDone() {
    // Given
    kong.faults(new Fault(new Effect.TooManyRequests(0), Trigger.some(On.ANY, 0.2, 7)));
    // When, Then
    assertThat(send(steps(Optional.empty(), Optional.of(5)))).allMatch(StepOutcome::done);
  }

  @Test
  void aListIsReliedOnForTwoSeconds() throws AdminFailure {
    // Given
    send(steps(Optional.empty(), Optional.of(5)));
    var now = new AtomicLong();
    var admin = new AdminApi(KongConfig.at(kong.admin()), new TestSecrets());
    var list = OursNow.read(admin, "plugins", STEPS, now::get);
    assertThat(list.entity(key("plugins", PLUGINS))).isPresent();
    // When
    now.set(Duration.ofSeconds(2).toNanos());
    // Then
    assertThat(list.entity(key("plugins", PLUGINS))).isEmpty();
    assertThat(list.lacks(key("plugins", PLUGINS))).isFalse();
  }

  @Test
  void aListThatIsNotCompleteProvesNoAbsence() throws AdminFailure {
    // Given: more of ours than a page holds
    for (int i = 0; i <= CollectionRead.PAGE; i++) {
      kong.put(
          "consumers", id(10_000 + i), json("{'username':'c%d','tags':['entente']}".formatted(i)));
    }
    var admin = new AdminApi(KongConfig.at(kong.admin()), new TestSecrets());
    // When
    var few = OursNow.read(admin, "consumers", STEPS, System::nanoTime);
    var many = OursNow.read(admin, "consumers", Grouping.MOST, System::nanoTime);
    // Then
    assertThat(few.complete()).isFalse();
    assertThat(few.lacks(key("consumers", 1))).isFalse();
    assertThat(many.complete()).isTrue();
    assertThat(many.lacks(key("consumers", 1))).isTrue();
  }

  private List<StepOutcome> send(List<Step> group) {
    var applier = kong.connector().applier().orElseThrow();
    assertThat(applier.together(group)).isEqualTo(group.size());
    return applier.apply(group, Map.of());
  }

  private static List<Step> steps(Optional<Integer> before, Optional<Integer> after) {
    return IntStream.range(0, STEPS)
        .mapToObj(
            i ->
                new Step(
                    i + 1,
                    new Change(
                        key("plugins", PLUGINS + i),
                        before.map(minute -> limit(i, minute)),
                        after.map(minute -> limit(i, minute)))))
        .toList();
  }

  private static NativeObject limit(int number, int perMinute) {
    return Entities.whole(
        key("plugins", PLUGINS + number),
        Entities.limit(PLUGINS + number, ROUTES + number, perMinute));
  }
}
