package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.hub.access.IngestTokens;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.PlanRoad;
import io.entente.hub.traffic.IngestState;
import io.entente.hub.traffic.TrafficConfig;
import io.entente.model.identity.GatewayId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class KongIngestTest {

  private static final String PROBLEM = "application/problem+json";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject IngestTokens tokens;
  @Inject IngestState state;
  @Inject TrafficConfig traffic;
  @Inject IngestSettings settings;

  @BeforeEach
  void gateways() {
    PlanRoad.documents(
        PlanRoad.gateway("ingest-a", "observeOnly"), PlanRoad.gateway("ingest-b", "observeOnly"));
  }

  @Test
  void everyRecordedPayloadIsCountedOnceOnKafkaAndInTheViewHoweverOftenItComes() throws Exception {
    // Given
    PlanRoad.documents(PlanRoad.gateway("ingest-rec", "observeOnly"));
    List<String> payloads = LogPayloads.recorded();
    long duplicates = state.duplicates();
    // When
    int events = 0;
    for (int round = 0; round < 2; round++) {
      events = 0;
      for (String payload : payloads) {
        events +=
            deliver("ingest-rec", payload).statusCode(200).extract().<Integer>path("accepted");
      }
    }
    // Then
    int once = events;
    assertThat(once).isGreaterThan(70);
    await().atMost(SOON).until(() -> state.duplicates() >= duplicates + once);
    HubClient.admin()
        .get(
            "/api/traffic/summary?gateway=ingest-rec&from=2026-11-21T00:00:00Z&to=2026-11-22T00:00:00Z")
        .then()
        .statusCode(200)
        .body("total.requests", equalTo(once))
        .body("total.unanswered", equalTo(1));
    var records = KafkaRecords.of("ingest-rec");
    assertThat(records).hasSize(2 * once);
    assertThat(records.stream().map(KafkaRecords.Seen::id).distinct()).hasSize(once);
    withinTheSchema(records);
  }

  @Test
  void theTokenDecidesForWhichGatewayTheEntriesCountAndNothingElse() {
    // Given
    String id = "only-a-" + System.nanoTime();
    // When
    deliver(
            "ingest-a",
            LogPayloads.entry(id).replace("\"route\"", "\"gateway\":\"ingest-b\",\"route\""))
        .statusCode(200);
    // Then
    assertThat(KafkaRecords.of("ingest-a")).anyMatch(record -> record.id().equals(id));
    assertThat(KafkaRecords.of("ingest-b")).noneMatch(record -> record.id().equals(id));
  }

  @Test
  void takesPackedBodiesAndTheTokenAsBearer() {
    RestAssured.given()
        .header("Authorization", "Bearer " + tokens.token(new GatewayId("ingest-a")))
        .header("Content-Encoding", "gzip")
        .contentType("application/json")
        .body(LogPayloads.gzip(LogPayloads.batch("packed-" + System.nanoTime(), 200)))
        .post("/ingest/kong")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(200))
        .body("refused", equalTo(0));
  }

  @Test
  void leavesOutABrokenEntryTakesTheOthersAndSaysSo() {
    // Given
    String id = "beside-" + System.nanoTime();
    // When
    deliver("ingest-a", "[" + LogPayloads.entry(id) + ",{\"secret\":\"CANARY\"}]")
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("refused", equalTo(1))
        .body("entries[0].entry", equalTo(1))
        .body("entries[0].reason", equalTo("REQUEST_ID_ABSENT"));
    // Then
    String metrics = RestAssured.get("/q/metrics").asString();
    assertThat(metrics)
        .containsPattern(
            "entente_ingest_entries_refused_total\\{gateway=\"ingest-a\",reason=\"REQUEST_ID_ABSENT\"");
    String health = RestAssured.get("/q/health/well").asString();
    assertThat(health).contains("\"ingest\"", "REQUEST_ID_ABSENT").doesNotContain("CANARY");
  }

  @Test
  void refusesEveryTokenButThatOfAGatewayThatIsThere() {
    // Given
    String gone = tokens.token(new GatewayId("ingest-never"));
    String right = tokens.token(new GatewayId("ingest-a"));
    String forB = right.replace("ingest-a", "ingest-b");
    // When // Then
    for (String token : List.of("", "x", gone, forB, right + "x", HubClient.adminToken())) {
      with(token)
          .contentType("application/json")
          .body(LogPayloads.entry("no"))
          .post("/ingest/kong")
          .then()
          .statusCode(401)
          .contentType(PROBLEM)
          .header("WWW-Authenticate", notNullValue())
          .body("code", equalTo("INGEST_TOKEN_INVALID"));
    }
    RestAssured.given().post("/ingest/kong").then().statusCode(401).contentType(PROBLEM);
    with(right).get("/api/gateways").then().statusCode(401);
  }

  @Test
  void refusesWhatIsNoPayloadWithAProblemAndCountsNothing() {
    // Given
    int before = KafkaRecords.of("ingest-b").size();
    String whole = LogPayloads.batch("cut-", 5);
    Map<String, Integer> bodies =
        Map.of("", 400, "CANARY", 400, "7", 400, whole.substring(0, whole.length() - 40), 400);
    // When // Then
    bodies.forEach(
        (body, status) ->
            deliver("ingest-b", body)
                .statusCode(status)
                .contentType(PROBLEM)
                .body("code", equalTo("INGEST_BODY_MALFORMED"))
                .body(
                    "detail",
                    org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("CANARY"))));
    with(tokens.token(new GatewayId("ingest-b")))
        .contentType("text/plain")
        .body(whole)
        .post("/ingest/kong")
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
    with(tokens.token(new GatewayId("ingest-b")))
        .contentType("application/json")
        .header("Content-Encoding", "br")
        .body(whole)
        .post("/ingest/kong")
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
    assertThat(KafkaRecords.of("ingest-b")).hasSize(before);
  }

  @Test
  void refusesWhatIsTooLargeAsSentOrUnpacked() {
    // Given
    int before = KafkaRecords.of("ingest-b").size();
    String token = tokens.token(new GatewayId("ingest-b"));
    byte[] large = new byte[9 << 20];
    // When // Then
    with(token)
        .contentType("application/json")
        .body(large)
        .post("/ingest/kong")
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("code", equalTo("INGEST_BODY_TOO_LARGE"));
    with(token)
        .contentType("application/json")
        .header("Content-Encoding", "gzip")
        .body(LogPayloads.bomb(700))
        .post("/ingest/kong")
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("code", equalTo("INGEST_BODY_TOO_LARGE"));
    deliver("ingest-b", LogPayloads.batch("many-", 10_001)).statusCode(413).contentType(PROBLEM);
    assertThat(KafkaRecords.of("ingest-b")).hasSize(before);
  }

  @Test
  void secretsOfARequestOccurNowhereAfterwards() throws Exception {
    // Given
    String canary = "Canary" + System.nanoTime() + "Z";
    String id = "canary-" + System.nanoTime();
    String headers =
        """
        "headers":{"authorization":"Basic %1$s","apikey":"%1$s","cookie":["a=%1$s","b"],
          "x-consumer-username":"%1$s","x-credential-identifier":"%1$s","proxy-authorization":"%1$s"},
        "querystring":{"token":"%1$s"}"""
            .formatted(canary);
    String entry =
        LogPayloads.entry(id)
            .replace("\"headers\":{}", headers)
            .replace("\"uri\":\"/a\"", "\"uri\":\"/a?token=" + canary + "\"")
            .replace("http://h:8000/a", "http://u:" + canary + "@h:8000/a?token=" + canary);
    String broken = entry.replace("\"id\"", "\"no\"");
    var logged = new LogCapture();
    // When
    try (logged) {
      deliver("ingest-a", "[" + entry + "," + broken + "]")
          .statusCode(200)
          .body("accepted", equalTo(1));
      String refused = deliver("ingest-a", "[" + entry + ",").statusCode(400).extract().asString();
      assertThat(refused).doesNotContain(canary);
      await().atMost(SOON).until(() -> errorsOf("ingest-a") >= 0 && seen(id));
    }
    // Then
    assertThat(logged.text()).isNotEmpty().doesNotContain(canary);
    assertThat(KafkaRecords.of("ingest-a"))
        .anyMatch(record -> record.id().equals(id))
        .noneMatch(record -> record.text().contains(canary));
    for (Path file : duckDbFiles()) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(canary);
    }
    assertThat(RestAssured.get("/q/metrics").asString()).doesNotContain(canary);
  }

  @Test
  void settingsHoldWhereToDeliverAndOnlyAReferenceOfTheToken() {
    // Given
    var gateway = new GatewayId("ingest-a");
    // When
    var told = settings.of(gateway);
    // Then
    assertThat(told)
        .containsOnlyKeys(
            "ingest.url",
            "ingest.token.ref",
            "ingest.token.fingerprint",
            "ingest.syslog.host",
            "ingest.syslog.port",
            "ingest.syslog.tls")
        .containsEntry("ingest.syslog.tls", "true")
        .containsEntry("ingest.token.ref", "entente:ingest/ingest-a");
    assertThat(told.get("ingest.token.fingerprint")).matches("[0-9a-f]{64}");
    assertThat(told.toString()).doesNotContain(tokens.token(gateway));
  }

  @Test
  void aGatewayWithoutCountersSaysThatItsLogsAreNotCompared() {
    HubClient.admin()
        .get("/api/gateways/ingest-a/telemetry")
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_MEASURED"))
        .body("counted", equalTo(0))
        .body("apis", hasSize(0))
        .body("note", notNullValue());
    HubClient.admin().get("/api/gateways/ingest-never/telemetry").then().statusCode(404);
  }

  private boolean seen(String id) {
    return KafkaRecords.of("ingest-a").stream().anyMatch(r -> r.id().equals(id))
        && state.lag() == 0;
  }

  private static int errorsOf(String gateway) {
    return HubClient.admin()
        .get("/api/traffic/errors?gateway=" + gateway)
        .jsonPath()
        .getList("requests")
        .size();
  }

  private List<Path> duckDbFiles() throws IOException {
    Path file = traffic.file().toAbsolutePath();
    try (var files = Files.list(file.getParent())) {
      var found =
          files
              .filter(f -> f.getFileName().toString().startsWith(file.getFileName().toString()))
              .toList();
      assertThat(found).isNotEmpty();
      return found.stream().filter(Files::isRegularFile).toList();
    }
  }

  private static void withinTheSchema(List<KafkaRecords.Seen> records) throws IOException {
    try (var in =
        KongIngestTest.class.getResourceAsStream("/schemas/traffic-event-v1.schema.json")) {
      var schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      for (var record : records) {
        assertThat(schema.validate(record.text(), InputFormat.JSON)).as(record.text()).isEmpty();
      }
    }
  }

  private ValidatableResponse deliver(String gateway, String body) {
    return LogPayloads.deliver(tokens.token(new GatewayId(gateway)), "", body);
  }

  private static RequestSpecification with(String token) {
    return RestAssured.given().header("x-entente-gateway-token", token);
  }
}
