package io.entente.hub.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.apply.CrashingProbe.Place;
import io.entente.hub.apply.CrashingProbe.Side;
import io.entente.hub.estate.DocumentIntake;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.takeover.UsersKong;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.identity.GatewayId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub dies before and after the call that changes what was taken over. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TakeoverCrashTest {

  @Inject CrashingProbe probe;
  @Inject DocumentIntake intake;
  @Inject PlanService plans;
  @Inject ApplyService applies;
  @Inject Recovery recovery;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereverTheHubDiesItIsChangedOnceInPlaceAndNothingStandsBesideIt(boolean database)
      throws Exception {
    try (var kong = UsersKong.start(database)) {
      // Given
      var gateway = new GatewayId(database ? "take-crash" : "take-crash-document");
      take(kong.gateway(gateway.value()));
      String policy = imported(gateway, kong.place(UsersKong.LIMIT));
      var before = kong.plugins();
      int requests = 20;
      for (Side side : List.of(Side.BEFORE_SEND, Side.BEFORE_JOURNAL)) {
        requests++;
        take(policy.replace("requests: 10", "requests: " + requests));
        var plan = plans.create(gateway, "test");
        assertThat(plan.steps()).hasSize(1);
        // When
        probe.dieAt(new Place(1, side));
        assertThatThrownBy(() -> carryOut(plan)).isInstanceOf(CrashingProbe.Died.class);
        recovery.settle(gateway);
        // Then
        var rest = plans.create(gateway, "test");
        assertThat(rest.steps()).as("%s", side).hasSize(side == Side.BEFORE_SEND ? 1 : 0);
        if (!rest.steps().isEmpty()) {
          assertThat(carryOut(rest).status()).isEqualTo(PlanStatus.APPLIED);
        }
        assertThat(plans.create(gateway, "test").steps()).as("%s", side).isEmpty();
        var after = kong.plugins();
        assertThat(((Map<?, ?>) after.get(UsersKong.LIMIT).get("config")).get("minute"))
            .isEqualTo(requests);
        assertThat(without(after)).as("%s", side).isEqualTo(without(before));
      }
    }
  }

  private static Map<String, Object> without(Map<String, Map<String, Object>> plugins) {
    var others = new TreeMap<String, Object>(plugins);
    others.remove(UsersKong.LIMIT);
    return others;
  }

  /** Imports the place, and returns the document of its policy. */
  private static String imported(GatewayId gateway, String place) {
    String path = "/api/gateways/" + gateway + "/";
    JsonPath found = HubClient.admin().get(path + "importable").jsonPath();
    String at = "places.find { it.place == '" + place + "' }.";
    HubClient.admin()
        .contentType("application/json")
        .body(
            Map.of("places", List.of(Map.of("place", place, "seen", found.getString(at + "seen")))))
        .post(path + "import")
        .then()
        .statusCode(201);
    return found.getList(at + "documents", String.class).stream()
        .filter(document -> document.contains("kind: Policy"))
        .findFirst()
        .orElseThrow();
  }

  private void take(String documents) {
    intake.apply(documents.getBytes(StandardCharsets.UTF_8), "test", permission -> true, false);
  }

  private StoredPlan carryOut(StoredPlan plan) {
    plans.approve(plan.id(), plan.hash(), "test");
    return applies.apply(plan.id(), "test");
  }
}
