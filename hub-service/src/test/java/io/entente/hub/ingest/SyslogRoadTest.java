package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.hub.access.IngestTokens;
import io.entente.hub.docs.EventSchemas;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.PlanRoad;
import io.entente.hub.traffic.IngestState;
import io.entente.model.identity.GatewayId;
import io.quarkus.logging.Log;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** From a line over TLS to Kafka and the view. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SyslogRoadTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject IngestTokens tokens;
  @Inject IngestSettings settings;
  @Inject IngestState state;

  @ConfigProperty(name = "entente.data-dir")
  Path folder;

  @Test
  void linesAreOnKafkaWithinTheSchemaAndInTheView() throws Exception {
    // Given
    PlanRoad.documents(
        PlanRoad.gateway("syslog-a", "observeOnly"),
        """
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: syslog-orders}
        spec:
          bindings: [{gateway: syslog-a, routes: {one: orders-v1}}]
          hosts: ["*"]
          routes: [{name: one, path: {prefix: /orders/42}, methods: [GET]}]
        """);
    String token = tokens.token(new GatewayId("syslog-a"));
    String run = "run" + System.nanoTime();
    var logged = new LogCapture();
    // When
    try (logged;
        Socket socket = connect()) {
      int number = 0;
      for (String suffix : List.of("/42", "/42/items?apikey=CANARY", "/43")) {
        String id = run + "-" + number++;
        send(socket, ApigeeLines.line(token, id, "orders-v1", "/orders", suffix, Instant.now()));
      }
      send(socket, ApigeeLines.line(token, run + "-other", "other", "/o", "/42", Instant.now()));
      send(socket, ApigeeLines.line(token, "not an id", "orders-v1", "/o", "/", Instant.now()));
      send(socket, ApigeeLines.line(token + "x", run + "-forged", "p", "/o", "/", Instant.now()));
      // Then
      await()
          .atMost(SOON)
          .until(
              () ->
                  state.lag() == 0
                      && KafkaRecords.of("syslog-a").stream()
                              .filter(record -> record.id().startsWith(run))
                              .count()
                          == 4);
    }
    List<KafkaRecords.Seen> records =
        KafkaRecords.of("syslog-a").stream().filter(r -> r.id().startsWith(run)).toList();
    withinTheSchema(records);
    assertThat(text(records, run + "-0/orders-v1"))
        .contains("\"entente.api\":\"syslog-orders\"", "\"entente.route\":\"one\"")
        .contains("\"entente.provenance\":\"apigee/messageLogging\"", "\"entente.node\":\"mp-1\"");
    assertThat(text(records, run + "-other/other")).doesNotContain("entente.api");
    assertThat(records).noneMatch(r -> r.text().contains("CANARY") || r.text().contains(token));
    assertThat(logged.text()).isNotEmpty().doesNotContain(token, "CANARY");
    HubClient.admin()
        .get("/api/gateways/syslog-a/telemetry")
        .then()
        .statusCode(200)
        .body("syslog.accepted", equalTo(4))
        .body("syslog.refused", equalTo(1))
        .body("syslog.note", containsString("no acknowledgement"));
    assertThat(RestAssured.get("/q/metrics").asString())
        .containsPattern("entente_ingest_syslog_unattributed_total\\{reason=\"TOKEN_UNKNOWN\"")
        .doesNotContain(token);
    assertThat(RestAssured.get("/q/health/well").asString()).contains("\"syslog\"");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                HubClient.admin()
                    .get("/api/traffic/summary?gateway=syslog-a&api=syslog-orders&from=-1h")
                    .then()
                    .body("total.requests", equalTo(3)));
  }

  @Test
  void linesThatAreOnlyToBeCountedAreCountsOnKafkaAndNoEvents() throws Exception {
    // Given
    PlanRoad.documents(PlanRoad.gateway("syslog-counted", "observeOnly"));
    String token = tokens.token(new GatewayId("syslog-counted"));
    int each = 300;

    // When
    try (Socket socket = connect()) {
      for (int i = 0; i < each; i++) {
        String line = ApigeeLines.line(token, "counted-" + i);
        send(socket, line.replace(token + "\",", token + "\",\"rec\":\"aggregate\","));
      }
      // Then
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  HubClient.admin()
                      .get("/api/traffic/summary?gateway=syslog-counted&from=-1h")
                      .then()
                      .body("total.requests", equalTo(each))
                      .body("total.aggregated", equalTo(each)));
    }
    assertThat(KafkaRecords.of("syslog-counted")).isEmpty();
    assertThat(KafkaRecords.counts("syslog-counted"))
        .isNotEmpty()
        .flatExtracting(r -> EventSchemas.complaints(r.topic(), r.headers(), r.value()))
        .isEmpty();
    HubClient.admin()
        .get("/api/gateways/syslog-counted/telemetry")
        .then()
        .body("syslog.accepted", equalTo(each));
  }

  @Test
  void aBurstOverSeveralConnectionsIsDurableLineByLine() throws Exception {
    // Given
    PlanRoad.documents(PlanRoad.gateway("syslog-burst", "observeOnly"));
    String token = tokens.token(new GatewayId("syslog-burst"));
    int each = 5000;
    long begun = System.nanoTime();
    // When
    var senders = new ArrayList<CompletableFuture<Void>>();
    for (int connection = 0; connection < 4; connection++) {
      String prefix = "burst-" + connection + "-";
      senders.add(
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = connect()) {
                  for (int i = 0; i < each; i++) {
                    send(socket, ApigeeLines.line(token, prefix + i));
                  }
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();
    // Then
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                HubClient.admin()
                    .get("/api/gateways/syslog-burst/telemetry")
                    .then()
                    .body("syslog.accepted", equalTo(4 * each)));
    long millis = (System.nanoTime() - begun) / 1_000_000;
    Log.infof("%d lines over TLS were durable after %d ms", 4 * each, millis);
    var records = KafkaRecords.of("syslog-burst");
    assertThat(records.stream().map(KafkaRecords.Seen::id).distinct()).hasSize(4 * each);
    assertThat(records).hasSize(4 * each);
  }

  private Socket connect() throws Exception {
    int port = Integer.parseInt(settings.of(new GatewayId("syslog-a")).get("ingest.syslog.port"));
    return Certificates.trusting(folder.resolve("syslog/certificate.pem"))
        .getSocketFactory()
        .createSocket("127.0.0.1", port);
  }

  private static void send(Socket socket, String line) throws Exception {
    socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String text(List<KafkaRecords.Seen> records, String id) {
    return records.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow().text();
  }

  private static void withinTheSchema(List<KafkaRecords.Seen> records) throws Exception {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src/main/resources/schemas/traffic-event-v1.schema.json")));
    for (var record : records) {
      assertThat(schema.validate(record.text(), InputFormat.JSON)).as(record.text()).isEmpty();
    }
  }
}
