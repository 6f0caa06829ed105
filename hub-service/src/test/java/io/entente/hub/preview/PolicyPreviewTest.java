package io.entente.hub.preview;

import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.gateway;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.plan;
import static io.entente.hub.test.PlanRoad.settle;
import static io.entente.hub.test.PlanRoad.tryPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PolicyPreviewTest {

  @Inject PreviewSlots slots;

  @Test
  void thePreviewSaysWhatTheRealPlanSaysAfterwards() {
    // Given
    documents(gateway("pv-a", "managed"), api("pv-a-api", "pv-a", 9001));
    settle("pv-a");
    String text = limit("pv-a-limit", "pv-a", 70) + "---\n" + header("pv-a-head", "pv-a", "yes");
    JsonPath before = preview(text).statusCode(200).extract().jsonPath();
    // When
    documents(text);
    JsonPath plan = plan("pv-a");
    // Then
    assertThat(before.getList("gateways.gateway")).containsExactly("pv-a");
    assertThat(before.getString("gateways[0].judgement")).isEqualTo("TRANSLATED");
    List<Map<String, Object>> fidelity = before.getList("gateways[0].fidelity");
    assertThat(fidelity).isNotEmpty().isEqualTo(plan.getList("fidelity"));
    List<String> actions = plan.getList("steps.action");
    Map<String, Integer> counts = before.getMap("gateways[0].changes.whole");
    assertThat(counts.get("added")).isEqualTo(count(actions, "CREATE"));
    assertThat(counts.get("changed")).isEqualTo(count(actions, "UPDATE"));
    assertThat(counts.get("removed")).isEqualTo(count(actions, "DELETE"));
    assertThat(actions).isNotEmpty();
  }

  @Test
  void thePreviewStoresNothing() {
    // Given
    documents(gateway("pv-b", "managed"), api("pv-b-api", "pv-b", 9002));
    settle("pv-b");
    var plans = HubClient.admin().get("/api/plans").asString();
    var audit = HubClient.admin().get("/api/audit").asString();
    // When
    preview(limit("pv-b-limit", "pv-b", 5)).statusCode(200);
    // Then
    HubClient.admin().get("/api/policies/pv-b-limit").then().statusCode(404);
    assertThat(HubClient.admin().get("/api/plans").asString()).isEqualTo(plans);
    assertThat(HubClient.admin().get("/api/audit").asString()).isEqualTo(audit);
    HubClient.admin().get("/api/conditions?policy=pv-b-limit").then().body("", empty());
  }

  @Test
  void aChangedPolicyIsJudgedInPlaceOfItsStoredVersion() {
    // Given
    documents(
        gateway("pv-c", "managed"), api("pv-c-api", "pv-c", 9003), limit("pv-c-lim", "pv-c", 10));
    settle("pv-c");
    // Then
    preview(limit("pv-c-lim", "pv-c", 10))
        .statusCode(200)
        .body("policies[0].version", equalTo(1))
        .body("policies[0].changed", equalTo(false))
        .body("gateways[0].changes.whole.changed", equalTo(0));
    preview(limit("pv-c-lim", "pv-c", 11))
        .statusCode(200)
        .body("policies[0].version", equalTo(2))
        .body("policies[0].changed", equalTo(true))
        .body("gateways[0].changes.ofText.changed", not(equalTo(0)))
        .body("gateways[0].fidelity[0].version", equalTo(2));
    preview(limit("pv-c-lim", "nowhere", 10))
        .statusCode(200)
        .body("policies[0].unmatchedTargets", contains("spec.targetRefs[0]"))
        .body("gateways.gateway", contains("pv-c"))
        .body("gateways[0].routes", empty())
        .body("gateways[0].fidelity", empty())
        .body("gateways[0].changes.ofText.changed", not(equalTo(0)));
  }

  @Test
  void rivalsAreNamedWhicheverWins() {
    // Given
    documents(gateway("pv-d", "managed"), api("pv-d-api", "pv-d", 9004), cors("pv-d-wide", 0));
    settle("pv-d");
    // Then
    preview(cors("pv-d-strong", 5))
        .statusCode(200)
        .body("gateways[0].rivals[0].policy", equalTo("pv-d-wide"))
        .body("gateways[0].rivals[0].winner", equalTo("pv-d-strong"))
        .body("gateways[0].rivals[0].why", equalTo("OVERRIDDEN"));
    preview(cors("pv-d-weak", -5))
        .statusCode(200)
        .body("gateways[0].rivals[0].policy", equalTo("pv-d-weak"))
        .body("gateways[0].rivals[0].winner", equalTo("pv-d-wide"))
        .body("gateways[0].routes", contains("pv-d-api/all"));
  }

  @Test
  void aRefusedTranslationIsToldWithItsReasonsAndItsFidelity() {
    // Given
    documents(gateway("pv-e", "managed"), api("pv-e-api", "pv-e", 9005));
    settle("pv-e");
    String exact = limit("pv-e-limit", "pv-e", 5).replace("require: approximate", "require: exact");
    // Then
    var answer = preview(exact).statusCode(200).extract().jsonPath();
    documents(exact);
    var codes = tryPlan("pv-e").statusCode(400).extract().jsonPath();
    assertThat(answer.getString("gateways[0].judgement")).isEqualTo("REFUSED");
    assertThat(answer.getString("gateways[0].problems[0].code")).isEqualTo(codes.getString("code"));
    assertThat(answer.getList("gateways[0].fidelity")).isNotEmpty();
    assertThat((Object) answer.get("gateways[0].changes")).isNull();
    HubClient.admin().delete("/api/policies/pv-e-limit").then().statusCode(204);
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsAnswered() {
    // Given
    documents(gateway("pv-f", "managed"), api("pv-f-api", "pv-f", 9006));
    settle("pv-f");
    String broken = limit("pv-f-broken", "pv-f", 5).replace("window: 1m", "window: soon");
    // Then
    preview(broken).statusCode(400).body("path", equalTo("spec.rateLimit.window"));
    preview(broken + "---\n" + limit("pv-f-good", "pv-f", 5) + "---\n" + gateway("pv-x", "managed"))
        .statusCode(200)
        .body("problems.path", contains("documents[0].spec.rateLimit.window", "documents[2].kind"))
        .body("problems.code", hasItem("NOT_A_POLICY"))
        .body("policies.name", contains("pv-f-good"))
        .body("gateways[0].judgement", equalTo("TRANSLATED"));
  }

  @Test
  void aGatewayNeverReadIsNotJudged() {
    // Given: nothing listens there
    documents(
        """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: pv-g}
        spec: {vendor: kong, connection: {admin: 'http://127.0.0.1:1'}}
        ---
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: pv-g-api, labels: {road: pv-g}}
        spec:
          bindings: [{gateway: pv-g, routes: {all: theirs}}]
          routes: [{name: all, path: {prefix: /g}}]
        """);
    // Then
    preview(limit("pv-g-limit", "pv-g", 5))
        .statusCode(200)
        .body("gateways[0].judgement", equalTo("NOT_JUDGED"))
        .body("gateways[0].problems[0].code", equalTo("GATEWAY_NOT_READ"))
        .body("gateways[0].routes", contains("pv-g-api/all"))
        .body("gateways[0].changes", nullValue());
    HubClient.admin().delete("/api/apis/pv-g-api").then().statusCode(204);
    HubClient.admin().delete("/api/gateways/pv-g").then().statusCode(204);
  }

  @Test
  void secretsOfATextAreNotRepeated() {
    // When: a value that may be a secret is written where it is not possible
    String answer =
        preview(header("pv-h", "pv-h", "\"hunter2\\u0007\"")).statusCode(400).extract().asString();
    // Then
    assertThat(answer).contains("INVALID_VALUE").doesNotContain("hunter2");
  }

  @Test
  void overloadAnswers429WithRetryAfter() {
    // Given: the caller's line is full
    var end = new CountDownLatch(1);
    var callers = Executors.newFixedThreadPool(2);
    var running = new AtomicInteger();
    try {
      for (int i = 0; i < 2; i++) {
        callers.submit(
            () ->
                slots.run(
                    administrator(),
                    () -> {
                      running.incrementAndGet();
                      try {
                        return end.await(20, TimeUnit.SECONDS);
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }));
      }
      Awaitility.await().until(() -> running.get() == 1);
      // Then
      Awaitility.await()
          .untilAsserted(
              () ->
                  preview(limit("pv-i", "pv-i", 1))
                      .statusCode(429)
                      .header("Retry-After", equalTo("1"))
                      .body("code", equalTo("PREVIEW_BUSY")));
    } finally {
      end.countDown();
      callers.shutdown();
    }
    Awaitility.await().untilAsserted(() -> preview(limit("pv-i", "pv-i", 1)).statusCode(200));
  }

  @Test
  void aTextThatIsTooLargeIsRefused() {
    preview("# " + "x".repeat(300_000)).statusCode(413).body("code", equalTo("DOCUMENT_TOO_LARGE"));
  }

  @Test
  void aPreviewNeedsThePermissionsToReadPoliciesAndPlans() {
    for (String lacking : List.of("policies:read", "plans:read")) {
      // Given
      String token =
          HubClient.admin()
              .contentType("application/json")
              .body(
                  Map.of(
                      "name", "only-" + lacking.replace(":", "-"), "permissions", List.of(lacking)))
              .post("/api/tokens")
              .path("token");
      // Then
      HubClient.with(token)
          .contentType("application/yaml")
          .body(limit("pv-j", "pv-j", 1).getBytes(StandardCharsets.UTF_8))
          .post("/api/policies/preview")
          .then()
          .statusCode(403);
    }
  }

  private static String administrator() {
    return HubClient.admin().get("/api/audit").jsonPath().getString("[0].actor");
  }

  private static String cors(String name, int priority) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %s}
        spec:
          targetRefs: [{kind: Api, selector: {road: pv-d}}]
          priority: %d
          cors: {allowOrigins: ['https://%s.example'], allowMethods: [GET]}
        """
        .formatted(name, priority, name);
  }

  private static int count(List<String> actions, String action) {
    return (int) actions.stream().filter(action::equals).count();
  }

  private static ValidatableResponse preview(String text) {
    return HubClient.admin()
        .contentType("application/octet-stream")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .post("/api/policies/preview")
        .then();
  }
}
