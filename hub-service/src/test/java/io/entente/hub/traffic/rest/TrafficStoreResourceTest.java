package io.entente.hub.traffic.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.traffic.Events;
import io.entente.model.event.Recorded;
import io.entente.model.event.Recording;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TrafficStoreResourceTest {

  @Inject TelemetrySink sink;

  @Test
  void fillsTheStoreAgainFromKafka() throws Exception {
    // Given
    var event = Events.event("rebuilt", "again", Instant.now(), 200, Duration.ofMillis(10));
    var other = Events.event("rebuilt", "other", Instant.now(), 200, Duration.ofMillis(10));
    sink.accept(List.of(event)).toCompletableFuture().get(30, TimeUnit.SECONDS);
    sink.accept(Recorded.of(List.of(other), Recording.AGGREGATE))
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> counted(2));
    int before = read();

    // When
    HubClient.admin()
        .contentType("application/json")
        .body("{\"reason\": \"a disk was lost\"}")
        .post("/api/traffic/store/rebuild")
        .then()
        .statusCode(202);

    // Then: it came again, and counts once
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(read()).isGreaterThan(before);
              HubClient.admin()
                  .get("/api/traffic/store")
                  .then()
                  .body("rebuilding", equalTo(false))
                  .body("behind", equalTo(0));
            });
    counted(2);
    HubClient.admin()
        .get("/api/audit")
        .then()
        .statusCode(200)
        .body("action", hasItem("traffic.rebuild"));
  }

  @Test
  void isFilledAgainOnlyByWhoMay() {
    String token = HubClient.token("traffic-reader", "traffic:read");

    HubClient.with(token).get("/api/traffic/store").then().statusCode(200);
    HubClient.with(token)
        .contentType("application/json")
        .body("{\"reason\": \"a disk was lost\"}")
        .post("/api/traffic/store/rebuild")
        .then()
        .statusCode(403);
  }

  private static int read() {
    var progress = HubClient.admin().get("/api/traffic/store").then().statusCode(200).extract();
    return progress.<Integer>path("stored") + progress.<Integer>path("duplicates");
  }

  private static void counted(int requests) {
    HubClient.admin()
        .get("/api/traffic/summary?gateway=rebuilt&from=-15m")
        .then()
        .statusCode(200)
        .body("total.requests", equalTo(requests))
        .body("total.aggregated", equalTo(1));
  }
}
