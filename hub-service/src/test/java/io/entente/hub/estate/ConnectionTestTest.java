package io.entente.hub.estate;

import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ConnectionTestTest {
  private static final String TOKEN = "canary-of-an-admin-token";

  @Test
  void aWrongCredentialIsRefusedWithTheNextStepAndTheRightOneShowsWhatTheGatewayIs() {
    try (var kong = new ProtectedKong("apikey", TOKEN)) {
      // When, Then
      test(kong(kong.url(), "trial"), credential("apikey", "wrong-canary"))
          .statusCode(200)
          .body("passed", is(false))
          .body("steps.state", is(List.of("OK", "OK", "FAILED", "UNKNOWN", "UNKNOWN")))
          .body("steps[2].part", is("AUTHENTICATED"))
          .body("steps[2].problem.code", is("KONG_UNAUTHENTICATED"))
          .body("steps[2].problem.nextStep", containsString("token"))
          .body(not(containsString("canary")));
      // When, Then
      test(kong(kong.url(), "trial"), credential("apikey", TOKEN))
          .statusCode(200)
          .body("passed", is(true))
          .body("found.version", is("3.9.1"))
          .body("found.capabilities", hasItem("plugin:http-log"))
          .body("cannot.what", hasItem("Applying plans"))
          .body(not(containsString(TOKEN)));
    }
  }

  @Test
  void keepsNothingAndIsAuditedWithoutTheCredential() {
    try (var kong = new ProtectedKong("Kong-Admin-Token", TOKEN)) {
      // When
      test(kong(kong.url(), "trial-kept-nowhere"), credential("Kong-Admin-Token", TOKEN))
          .body("passed", is(true));
      // Then
      HubClient.admin().get("/api/gateways/trial-kept-nowhere").then().statusCode(404);
      HubClient.admin()
          .get("/api/audit")
          .then()
          .body("action", hasItem("gateway.test"))
          .body("subject", hasItem("gateway/trial-kept-nowhere"))
          .body(not(containsString(TOKEN)));
    }
  }

  @Test
  void theTokenStoredForOneAddressIsSentToNoOther() {
    try (var kong = new ProtectedKong("Kong-Admin-Token", TOKEN);
        var thief = new ProtectedKong("Kong-Admin-Token", TOKEN)) {
      // Given
      documents(kong(kong.url(), "bound"));
      HubClient.admin()
          .contentType("application/json")
          .body(credential("Kong-Admin-Token", TOKEN))
          .put("/api/gateways/bound/vendor-credential")
          .then()
          .statusCode(200)
          .body("calledAt", is(kong.url()));
      // When, Then: the stored one is used where it was stored for, by a test and by a read
      test(kong(kong.url(), "bound"), null).body("passed", is(true));
      HubClient.admin()
          .post("/api/gateways/bound/refresh")
          .then()
          .body("lastRead.why.code", not(is("KONG_UNAUTHENTICATED")));
      // When, Then: a test of another address does not send it
      test(kong(thief.url(), "bound"), null)
          .body("passed", is(false))
          .body("steps[2].problem.code", is("KONG_UNAUTHENTICATED"));
      // When, Then: nor does a document that names another address
      documents(kong(thief.url(), "bound"));
      thief.requests().clear();
      HubClient.admin()
          .post("/api/gateways/bound/refresh")
          .then()
          .body("lastRead.outcome", is("FAILED"))
          .body("lastRead.why.code", is("CREDENTIAL_ELSEWHERE"));
      assertThat(thief.requests()).isEmpty();
      HubClient.admin().delete("/api/gateways/bound").then().statusCode(204);
    }
  }

  @Test
  void goesThroughTheOutboundGuardAndTellsWhichStepFailed() {
    test(kong("http://169.254.169.254", "guarded"), null)
        .statusCode(200)
        .body("passed", is(false))
        .body("steps[0].state", is("FAILED"))
        .body("steps[0].problem.code", is("OUTBOUND_REFUSED"))
        .body("steps[1].state", is("UNKNOWN"));
    test(kong("http://127.0.0.1:9", "nobody"), null)
        .body("steps[0].state", is("OK"))
        .body("steps[1].state", is("FAILED"))
        .body("steps[1].problem.code", is("KONG_UNREACHABLE"));
  }

  @Test
  void tellsThatTheCredentialMayNotRead() {
    try (var kong = new ProtectedKong("Kong-Admin-Token", TOKEN)) {
      // Given
      kong.forbidRoutes();
      // When, Then
      test(kong(kong.url(), "may-not"), credential("Kong-Admin-Token", TOKEN))
          .body("passed", is(false))
          .body("steps[2].state", is("OK"))
          .body("steps[3].state", is("FAILED"))
          .body("steps[3].problem.code", is("KONG_FORBIDDEN"))
          .body("steps[4].state", is("OK"));
    }
  }

  @Test
  void aTokenGoesOverNoClearTextAndABadOneIsNotRepeated() {
    test(kong("http://kong.example:8001", "clear"), credential("Kong-Admin-Token", TOKEN))
        .body("steps[0].state", is("FAILED"))
        .body("steps[0].problem.code", is("OUTBOUND_REFUSED"))
        .body("steps[0].problem.message", containsString("https"));
    test(kong("http://127.0.0.1:9", "bad"), "{\"type\":\"kong_admin_token\",\"tokn\":\"canary\"}")
        .statusCode(400)
        .body("code", is("CREDENTIAL_INVALID"))
        .body(not(containsString("canary")));
  }

  @Test
  void refusesAFurtherTestWhileTheHubIsBusyAndEndsOneThatHangs() throws Exception {
    try (var kong = new ProtectedKong("Kong-Admin-Token", TOKEN);
        var callers = new Callers(6)) {
      // Given
      kong.fallSilent();
      // When
      var answers =
          callers.run(
              () -> test(kong(kong.url(), "silent"), credential("Kong-Admin-Token", TOKEN)));
      // Then: four hang until the limit of time, the others are refused at once
      int refused = 0;
      for (Future<ValidatableResponse> answer : answers) {
        var one = answer.get();
        if (one.extract().statusCode() == 429) {
          assertThat(one.extract().header("Retry-After")).isNotBlank();
          one.body("code", is("CONNECTION_TEST_BUSY"));
          refused++;
        } else {
          one.statusCode(200).body("steps[1].state", is("FAILED"));
        }
      }
      assertThat(refused).isEqualTo(2);
    }
  }

  @Test
  void tellsHowAnEnvoyJoins() {
    test(gateway("joining", "managed"), null)
        .statusCode(200)
        .body("passed", is(true))
        .body("steps[1].state", is("UNKNOWN"))
        .body("joining", hasItems(containsString("bootstrap"), containsString("token")));
  }

  @Test
  void tellsThatACredentialOfApigeeGivesNoToken() {
    String account =
        "{\"type\":\"authorized_user\",\"client_id\":\"a\",\"client_secret\":\"canary\","
            + "\"refresh_token\":\"canary\"}";
    test(
            """
            apiVersion: entente.io/v1alpha1
            kind: Gateway
            metadata: {name: trial-apigee}
            spec: {vendor: apigee, connection: {organization: acme, environment: prod, endpoint: "http://127.0.0.1:9"}}
            """,
            account)
        .statusCode(200)
        .body("passed", is(false))
        .body("steps[0].state", is("OK"))
        .body(not(containsString("canary")));
  }

  @Test
  void takesOneGatewayDocumentAndOnlyFromWhoMayWriteThem() {
    test("kind: Api", null).statusCode(400);
    test(gateway("one", "managed") + "---\n" + gateway("two", "managed"), null)
        .statusCode(400)
        .body("code", is("CONNECTION_TEST_ONE"));
    HubClient.with(HubClient.token("test-reader", "gateways:read"))
        .contentType("application/json")
        .body(Map.of("document", gateway("one", "managed")))
        .post("/api/gateways/test")
        .then()
        .statusCode(403);
  }

  @Test
  void aGatewayMayBeCalledTest() {
    documents(gateway("test", "observeOnly"));
    HubClient.admin().get("/api/gateways/test").then().statusCode(200).body("name", is("test"));
    HubClient.admin().delete("/api/gateways/test").then().statusCode(204);
  }

  private static String kong(String url, String name) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %s}
        spec: {vendor: kong, connection: {admin: "%s"}}
        """
        .formatted(name, url);
  }

  private static String credential(String header, String token) {
    return "{\"type\":\"kong_admin_token\",\"header\":\""
        + header
        + "\",\"token\":\""
        + token
        + "\"}";
  }

  private static ValidatableResponse test(String document, String credential) {
    var body =
        credential == null
            ? Map.of("document", document)
            : Map.of("document", document, "credential", credential);
    return HubClient.admin()
        .contentType("application/json")
        .body(body)
        .post("/api/gateways/test")
        .then();
  }

  /** Calls from several threads at once. */
  private static final class Callers implements AutoCloseable {
    private final ExecutorService threads;
    private final int number;

    Callers(int number) {
      this.number = number;
      this.threads = Executors.newFixedThreadPool(number);
    }

    List<Future<ValidatableResponse>> run(Callable<ValidatableResponse> call) {
      return IntStream.range(0, number).mapToObj(i -> threads.submit(call)).toList();
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
