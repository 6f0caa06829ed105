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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** A plan says what callers will notice. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EffectTest {

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

  private static String effect(JsonPath plan, String what) {
    return plan.getString("effect.find { it.what == '" + what + "' }.effect");
  }
}
