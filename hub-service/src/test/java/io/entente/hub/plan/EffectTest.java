package io.entente.hub.plan;

import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.gateway;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.plan;
import static io.entente.hub.test.PlanRoad.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.traffic.EventDraft;
import io.entente.hub.traffic.Events;
import io.entente.hub.traffic.store.TrafficBatch;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.event.TrafficEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan says what callers will notice. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EffectTest {

  @Inject TrafficStore traffic;

  @Test
  void saysWhatStartsChangesAndStopsOnWhichRoutes() {
    // Given
    documents(
        gateway("effect", "managed"),
        api("effect-a", "effect", 9001),
        limit("effect-limit", "effect", 10),
        header("effect-header", "effect", "one"));
    assertThat(effect(plan("effect"), "policy/effect-limit")).isEqualTo("STARTS");
    var first = settle("effect");
    assertThat(effect(first, "api/effect-a")).isEqualTo("STARTS");
    assertThat(first.getString("effect.find { it.what == 'policy/effect-limit' }.routes[0]"))
        .isEqualTo("effect-a/all");
    // When
    documents(limit("effect-limit", "effect", 20));
    HubClient.admin().delete("/api/policies/effect-header").then().statusCode(204);
    var second = plan("effect");
    // Then
    assertThat(effect(second, "policy/effect-limit")).isEqualTo("CHANGES");
    assertThat(effect(second, "policy/effect-header")).isEqualTo("STOPS");
    assertThat(second.getList("effect.what", String.class))
        .as("what stays as it is, is not told")
        .doesNotContain("policy/unknown")
        .hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void countsWhomAPolicyThatAsksForATokenWouldTurnAway() {
    // Given
    documents(gateway("turned", "managed"), api("turned-a", "turned", 9001));
    settle("turned");
    traffic.write(
        new TrafficBatch(
            "turned",
            "t",
            List.of(caller("one", 200), caller("two", 200), caller("refused", 401)),
            Map.of(0, 3L)));
    // When
    documents(
        """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: turned-jwt}
        spec:
          targetRefs: [{kind: Api, name: turned-a}]
          require: approximate
          jwt:
            issuer: https://login.test/
            jwks: {url: "https://login.test/keys"}
            algorithms: [RS256]
            clockSkew: 60s
        """);
    var effect = plan("turned").getMap("effect.find { it.what == 'policy/turned-jwt' }.turnedAway");
    // Then
    assertThat(effect)
        .containsEntry("hours", 24)
        .containsEntry("requests", 2)
        .containsEntry("nameless", 2)
        .containsEntry("addressesAtLeast", 1)
        .containsEntry("named", true);
  }

  private static TrafficEvent caller(String id, int status) {
    var event =
        Events.event("turned", id, Instant.now().minusSeconds(600), status, Duration.ofMillis(1));
    return EventDraft.like(event).on("turned-a", "all").event();
  }

  private static String effect(JsonPath plan, String what) {
    return plan.getString("effect.find { it.what == '" + what + "' }.effect");
  }
}
