package io.entente.hub.apply;

import static io.entente.hub.test.PlanRoad.addVirtualHost;
import static io.entente.hub.test.PlanRoad.foreignHost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.apply.CrashingProbe.Place;
import io.entente.hub.apply.CrashingProbe.Side;
import io.entente.hub.estate.DocumentIntake;
import io.entente.hub.estate.PgResourceStore;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.PlanRoad;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One gateway goes through one change of the estate after another; the hub dies in each of them.
 */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ApplyCrashTest {

  private static final GatewayId GATEWAY = new GatewayId("crash");
  private static final int APIS = 28;
  private static final int STEPS = 31;

  @Inject CrashingProbe probe;
  @Inject DocumentIntake intake;
  @Inject PlanService plans;
  @Inject ApplyService applies;
  @Inject Recovery recovery;
  @Inject StepJournal journal;
  @Inject LastApplied lastApplied;
  @Inject Transactions transactions;
  @Inject PgResourceStore store;

  @Test
  void whereverTheHubDiesTheNextPlanConvergesAndNothingIsLostOrLeftBehind() {
    // Given
    take(PlanRoad.gateway(GATEWAY.value(), "managed"));
    estate(0);
    carryOut(plan());
    addVirtualHost(GATEWAY.value(), foreignHost());
    int round = 0;
    for (int step = 1; step <= STEPS; step++) {
      for (Side side : List.of(Side.BEFORE_SEND, Side.BEFORE_JOURNAL)) {
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
        journalTells(plan, place);
        var rest = plan();
        assertThat(rest.steps())
            .as("what is left after %s", place)
            .hasSize(side == Side.BEFORE_SEND ? STEPS - step + 1 : STEPS - step);
        assertThat(carryOut(rest).status()).as("after %s", place).isEqualTo(PlanStatus.APPLIED);
        assertThat(plan().steps()).as("second plan after %s", place).isEmpty();
        nothingIsLostOrLeftBehind(round, place);
      }
    }
  }

  private void journalTells(StoredPlan plan, Place place) {
    var states = transactions.call(connection -> journal.of(connection, plan.id()));
    assertThat(plans.get(plan.id()).status()).isEqualTo(PlanStatus.INTERRUPTED);
    states.forEach(
        (number, state) -> {
          boolean done =
              number < place.step()
                  || (number == place.step() && place.side() == Side.BEFORE_JOURNAL);
          assertThat(state)
              .as("step %d after %s", number, place)
              .isEqualTo(done ? StepJournal.State.DONE : StepJournal.State.PLANNED);
        });
    assertThat(states).hasSize(STEPS);
  }

  private void nothingIsLostOrLeftBehind(int round, Place place) {
    var wanted = new TreeSet<ObjectKey>();
    wanted.add(new ObjectKey("listener", "entente-http"));
    wanted.add(new ObjectKey("route_configuration", "entente"));
    names(round).forEach(name -> wanted.add(new ObjectKey("cluster", "api." + name)));
    var stored = store.current(GATEWAY).resources();
    assertThat(stored.keySet()).as("objects after %s", place).isEqualTo(wanted);
    assertThat(transactions.call(c -> lastApplied.of(c, GATEWAY)).keySet())
        .as("ours after %s", place)
        .isEqualTo(wanted);
    var routes = (Node.Obj) stored.get(new ObjectKey("route_configuration", "entente"));
    assertThat(((Node.Arr) routes.field("virtual_hosts").orElseThrow()).items())
        .as("virtual hosts after %s", place)
        .contains(foreignHost());
  }

  /** In every round all ports move, one API comes, and the one that came before goes. */
  private void estate(int round) {
    var documents = new ArrayList<String>();
    names(round).forEach(name -> documents.add(PlanRoad.api(name, "crash", 9000 + round)));
    if (round > 0) {
      documents.add(PlanRoad.api(guest(round - 1), "crash", 9000).replace("[crash]", "[]"));
    }
    documents.add(PlanRoad.limit("crash-limit", "crash", 10 + round));
    take(String.join("---\n", documents));
  }

  private static List<String> names(int round) {
    var names = new ArrayList<String>();
    for (int api = 0; api < APIS; api++) {
      names.add("crash-" + api);
    }
    names.add(guest(round));
    return names;
  }

  private static String guest(int round) {
    return "crash-guest-" + round % 2;
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
