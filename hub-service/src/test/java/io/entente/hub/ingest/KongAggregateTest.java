package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.entente.hub.access.IngestTokens;
import io.entente.hub.docs.EventSchemas;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.PlanRoad;
import io.entente.hub.traffic.IngestState;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery that is only to be counted. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class KongAggregateTest {

  private static final int DELIVERIES = 5;
  private static final int ENTRIES = 200;
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject IngestTokens tokens;
  @Inject IngestState state;
  @Inject StoredArrivals arrivals;

  @Test
  void countsEveryRequestOnceHoweverOftenItComesAndTellsOfNone() {
    // Given
    String gateway = "counted-kong";
    PlanRoad.documents(
        PlanRoad.gateway(gateway, "observeOnly"),
        """
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: counted-orders}
        spec:
          bindings: [{gateway: counted-kong, routes: {one: r}}]
          hosts: ["*"]
          routes: [{name: one, path: {prefix: /a}}]
        """);

    // When: everything twice, and a few requests one by one
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < DELIVERIES; i++) {
        deliver(gateway, "/aggregate", LogPayloads.batch("s" + i + "-", ENTRIES))
            .statusCode(200)
            .body("accepted", equalTo(ENTRIES));
      }
      deliver(gateway, "/aggregate", LogPayloads.failed("e-", ENTRIES)).statusCode(200);
    }
    deliver(gateway, "", LogPayloads.batch("whole-", 3)).statusCode(200);

    // Then
    assertThat(KafkaRecords.of(gateway)).hasSize(3).allMatch(r -> r.id().startsWith("whole-"));
    var told = KafkaRecords.counts(gateway);
    assertThat(told)
        .flatExtracting(r -> EventSchemas.complaints(r.topic(), r.headers(), r.value()))
        .isEmpty();
    assertThat(told.size()).isBetween(2 * (DELIVERIES + 1), 2 * 2 * (DELIVERIES + 1));
    assertThat(told.stream().map(KafkaRecords::id).distinct().count()).isEqualTo(told.size() / 2);
    int counted = (DELIVERIES + 1) * ENTRIES;
    await().atMost(SOON).until(() -> state.lag() == 0 && requests(gateway) >= counted + 3);
    HubClient.admin()
        .get("/api/traffic/summary?gateway=" + gateway + "&from=-1h&groupBy=route")
        .then()
        .statusCode(200)
        .body("total.requests", equalTo(counted + 3))
        .body("total.aggregated", equalTo(counted))
        .body("total.estimated", equalTo(0))
        .body("total.errors", equalTo(ENTRIES));
    HubClient.admin()
        .get("/api/traffic/events?gateway=" + gateway + "&from=-1h&limit=50")
        .then()
        .statusCode(200)
        .body("events.size()", equalTo(3));
    var now = Instant.now();
    assertThat(
            arrivals.of(
                new GatewayId(gateway),
                new ApiName("counted-orders"),
                now.minusSeconds(3600),
                now.plusSeconds(60)))
        .as("arrived one by one")
        .isEqualTo(3);
  }

  private static int requests(String gateway) {
    return HubClient.admin()
        .get("/api/traffic/summary?gateway=" + gateway + "&from=-1h")
        .path("total.requests");
  }

  private ValidatableResponse deliver(String gateway, String path, String body) {
    return LogPayloads.deliver(tokens.token(new GatewayId(gateway)), path, body);
  }
}
