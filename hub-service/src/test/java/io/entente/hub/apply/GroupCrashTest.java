package io.entente.hub.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.apply.CrashingProbe.Place;
import io.entente.hub.apply.CrashingProbe.Side;
import io.entente.hub.estate.DocumentIntake;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.PlanRoad;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gateway that takes steps in groups; the hub dies before, between and after their calls. */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class GroupCrashTest {

  private static final String ROAD = "crash-kong";
  private static final GatewayId GATEWAY = new GatewayId(ROAD);
  private static final int APIS = 10;

  /** Every limit changes and one comes; then one goes. */
  private static final int STEPS = APIS + 2;

  private static final int FIRST_GROUP = APIS + 1;

  @Inject CrashingProbe probe;
  @Inject DocumentIntake intake;
  @Inject PlanService plans;
  @Inject ApplyService applies;
  @Inject Recovery recovery;
  @Inject StepJournal journal;
  @Inject LastApplied lastApplied;
  @Inject Transactions transactions;

  @Test
  void whereverTheHubDiesInAGroupTheNextPlanConvergesAndNothingIsLostOrLeftBehind()
      throws Exception {
    try (var kong = RoutedKong.start(names())) {
      // Given
      take(gateway(kong));
      estate(0);
      carryOut(plan());
      var foreign = kong.foreignPlugins();
      int round = 0;
      for (int step = 1; step <= STEPS; step++) {
        for (Side side : Side.values()) {
          round++;
          var place = new Place(step, side);
          estate(round);
          var plan = plan();
          assertThat(plan.steps()).as("steps of %s", place).hasSize(STEPS);
          // When
          probe.dieAt(place);
          assertThatThrownBy(() -> carryOut(plan)).isInstanceOf(CrashingProbe.Died.class);
          recovery.settle(GATEWAY);
          // Then
          int done = journalTells(plan, place);
          var rest = plan();
          assertThat(rest.steps()).as("what is left after %s", place).hasSize(STEPS - done);
          if (done < STEPS) {
            assertThat(carryOut(rest).status()).as("after %s", place).isEqualTo(PlanStatus.APPLIED);
          }
          assertThat(plan().steps()).as("second plan after %s", place).isEmpty();
          nothingIsLostOrLeftBehind(kong, round, place);
          assertThat(kong.foreignPlugins()).as("foreign after %s", place).isEqualTo(foreign);
        }
      }
    }
  }

  /** Returns how many steps the journal says are done. */
  private int journalTells(StoredPlan plan, Place place) {
    var states = transactions.call(connection -> journal.of(connection, plan.id()));
    assertThat(plans.get(plan.id()).status()).isEqualTo(PlanStatus.INTERRUPTED);
    assertThat(states).hasSize(STEPS);
    int before = place.step() <= FIRST_GROUP ? 0 : FIRST_GROUP;
    var landed = new TreeSet<Integer>();
    IntStream.rangeClosed(1, before).forEach(landed::add);
    if (place.side() != Side.BEFORE_SEND) {
      landed.addAll(probe.landed());
    }
    states.forEach(
        (number, state) ->
            assertThat(state)
                .as("step %d after %s", number, place)
                .isEqualTo(
                    landed.contains(number) ? StepJournal.State.DONE : StepJournal.State.PLANNED));
    return landed.size();
  }

  private void nothingIsLostOrLeftBehind(RoutedKong kong, int round, Place place) {
    var ours = kong.ourPlugins();
    assertThat(ours).as("plugins after %s", place).hasSize(FIRST_GROUP);
    assertThat(ours)
        .as("limits after %s", place)
        .allMatch(plugin -> ((Map<?, ?>) plugin.get("config")).get("minute").equals(10 + round));
    var keys =
        ours.stream()
            .map(plugin -> new ObjectKey("plugins", String.valueOf(plugin.get("id"))))
            .collect(Collectors.toSet());
    assertThat(transactions.call(c -> lastApplied.of(c, GATEWAY)).keySet())
        .as("ours after %s", place)
        .isEqualTo(keys);
  }

  /** In every round all limits change, one API comes under the policy, and one leaves it. */
  private void estate(int round) {
    var documents = new ArrayList<String>();
    for (String name : names()) {
      boolean idle = name.contains("guest") && !name.equals(guest(round));
      documents.add(api(name, idle ? "idle" : ROAD));
    }
    documents.add(
        PlanRoad.limit("crash-kong-limit", ROAD, 10 + round)
            .replace("key: route", "key: clientIp"));
    take(String.join("---\n", documents));
  }

  private static List<String> names() {
    var names = new ArrayList<String>();
    for (int api = 0; api < APIS; api++) {
      names.add("crash-kong-" + api);
    }
    names.add(guest(0));
    names.add(guest(1));
    return names;
  }

  private static String guest(int round) {
    return "crash-kong-guest-" + round % 2;
  }

  private static String api(String name, String road) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: %1$s, labels: {road: %2$s}}
        spec:
          bindings: [{gateway: crash-kong, routes: {all: %1$s}}]
          routes: [{name: all, path: {prefix: /%1$s}}]
        """
        .formatted(name, road);
  }

  private static String gateway(RoutedKong kong) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: crash-kong}
        spec: {vendor: kong, writes: managed, connection: {admin: "%s"}}
        """
        .formatted(kong.admin());
  }

  private void take(String documents) {
    intake.apply(documents.getBytes(StandardCharsets.UTF_8), "test", permission -> true, false);
  }

  private StoredPlan plan() {
    return plans.create(GATEWAY, "test");
  }

  private StoredPlan carryOut(StoredPlan plan) {
    plans.approve(plan.id(), plan.hash(), "test");
    return applies.apply(plan.id(), "test");
  }
}
