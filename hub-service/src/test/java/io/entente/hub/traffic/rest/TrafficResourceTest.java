package io.entente.hub.traffic.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.traffic.EventDraft;
import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TrafficResourceTest {

  @Inject TelemetrySink sink;

  @TestHTTPResource("/api/traffic/live?gateway=rest-live")
  URI live;

  @Test
  void showsWhatTheSinkAccepted() throws Exception {
    // Given
    publish(
        Events.event("rest-edge", "r1", Instant.now(), 200, Duration.ofMillis(10)),
        Events.event("rest-edge", "r2", Instant.now(), 503, Duration.ofMillis(30)));

    // When // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                HubClient.admin()
                    .get("/api/traffic/summary?gateway=rest-edge&groupBy=api&from=-15m")
                    .then()
                    .statusCode(200)
                    .body("total.requests", equalTo(2))
                    .body("total.errors", equalTo(1))
                    .body("groups[0].key", equalTo("orders")));
    HubClient.admin()
        .get("/api/traffic/series?gateway=rest-edge&step=1d&from=-1d")
        .then()
        .statusCode(200)
        .body("stepSeconds", equalTo(86400));
    HubClient.admin()
        .get("/api/traffic/errors?gateway=rest-edge")
        .then()
        .statusCode(200)
        .body("requests", hasSize(1))
        .body("requests[0].id", equalTo("r2"));
  }

  @Test
  void comparesWithTheTimeBeforeAndExportsAFile() throws Exception {
    // Given
    var now = Instant.now();
    publish(
        Events.event("rest-file", "f1", now.minusSeconds(90), 200, Duration.ofMillis(10)),
        Events.event("rest-file", "f2", now.minusSeconds(2), 503, Duration.ofMillis(30)),
        Events.event("rest-file", "f3", now.minusSeconds(1), 200, Duration.ofMillis(30)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> HubClient.admin().get("/api/traffic/events?gateway=rest-file").asString(),
            text -> text.contains("f1") && text.contains("f3"));

    // When // Then
    HubClient.admin()
        .queryParam("from", now.minusSeconds(60).toString())
        .queryParam("to", now.toString())
        .get("/api/traffic/comparison?gateway=rest-file&groupBy=api&by=errors&top=1")
        .then()
        .statusCode(200)
        .body("total.requests", equalTo(2))
        .body("previous.requests", equalTo(1))
        .body("requestsChange", equalTo(1.0f))
        .body("groups[0].counts.errors", equalTo(1));
    HubClient.admin()
        .get("/api/traffic/export?gateway=rest-file&rows=2")
        .then()
        .statusCode(200)
        .header("content-type", containsString("text/csv"))
        .header("x-entente-rows", "2")
        .header("x-entente-next", notNullValue())
        .body(containsString("\"f3\""));
    HubClient.admin()
        .get("/api/traffic/export?gateway=rest-file&format=parquet&status=5xx")
        .then()
        .statusCode(200)
        .header("x-entente-rows", "1");
    HubClient.admin()
        .get("/api/traffic/export?format=xls")
        .then()
        .statusCode(400)
        .body("code", equalTo("TRAFFIC_FORMAT_UNKNOWN"));
  }

  @Test
  void showsSingleEventsPageByPageAndOneWithWhatWasNotObservable() throws Exception {
    // Given
    var now = Instant.now();
    publish(
        EventDraft.like(
                Events.event("rest-one", "x/1", now.minusSeconds(2), 200, Duration.ofMillis(10)))
            .traced("4bf92f3577b34da6a3ce929d0e0e4736")
            .event(),
        Events.event("rest-one", "x/2", now.minusSeconds(1), 429, Duration.ofMillis(30)),
        Events.event("rest-two", "x/2", now.minusSeconds(1), 429, Duration.ofMillis(30)));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                HubClient.admin()
                    .get("/api/traffic/events?gateway=rest-one")
                    .then()
                    .statusCode(200)
                    .body("events.id", contains("x/2", "x/1")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> HubClient.admin().get("/api/traffic/events?gateway=rest-two").asString(),
            containsString("x/2"));

    // When // Then
    String next =
        HubClient.admin()
            .get("/api/traffic/events?gateway=rest-one&limit=1")
            .then()
            .body("events.id", contains("x/2"))
            .extract()
            .path("next");
    HubClient.admin()
        .queryParam("cursor", next)
        .get("/api/traffic/events?gateway=rest-one&limit=1")
        .then()
        .body("events.id", contains("x/1"))
        .body("next", equalTo(null));
    HubClient.admin()
        .get("/api/traffic/events?gateway=rest-one&status=4xx")
        .then()
        .body("events.id", contains("x/2"));
    for (String trace :
        List.of(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "4BF92F3577B34DA6A3CE929D0E0E4736",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")) {
      HubClient.admin()
          .queryParam("trace", trace)
          .get("/api/traffic/events")
          .then()
          .body("events.id", contains("x/1"));
    }
    HubClient.admin()
        .get("/api/traffic/export?rows=9&trace=4bf92f3577b34da6a3ce929d0e0e4736")
        .then()
        .header("x-entente-rows", "1");
    HubClient.admin()
        .get("/api/traffic/events/{id}", "x/1")
        .then()
        .statusCode(200)
        .body("status", equalTo(200))
        .body("notObservable[0].attribute", equalTo("enduser.id"))
        .body("notObservable[0].why", containsString("does not hold it"));
    HubClient.admin()
        .get("/api/traffic/events/{id}", "x/2")
        .then()
        .statusCode(409)
        .body("code", equalTo("TRAFFIC_EVENT_CONFLICT"));
    HubClient.admin()
        .get("/api/traffic/events/{id}?gateway=rest-two", "x/2")
        .then()
        .statusCode(200)
        .body("gateway", equalTo("rest-two"));
  }

  @Test
  void refusesEventsOfBadParametersAndUnknownIds() {
    HubClient.admin()
        .get("/api/traffic/events?status=6&limit=0&trace=00-1&cursor=nonsense")
        .then()
        .statusCode(400)
        .body(
            "problems.code",
            contains(
                "TRAFFIC_STATUS_INVALID",
                "TRAFFIC_NUMBER_INVALID",
                "TRAFFIC_TRACE_INVALID",
                "TRAFFIC_CURSOR_INVALID"));
    HubClient.admin().get("/api/traffic/events/nobody").then().statusCode(404);
    HubClient.with(HubClient.token("no-traffic", "gateways:read"))
        .get("/api/traffic/events")
        .then()
        .statusCode(403);
  }

  @Test
  void refusesABadParameterWithItsPathValueAndNextStep() {
    // Given // When // Then
    HubClient.admin()
        .get("/api/traffic/summary?from=yesterday")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("TRAFFIC_TIME_INVALID"))
        .body("path", equalTo("from"))
        .body("value", equalTo("yesterday"));
  }

  @Test
  void streamsEventsAsTheyAreStored() throws Exception {
    // Given
    List<String> lines = new CopyOnWriteArrayList<>();
    var request =
        HttpRequest.newBuilder(live)
            .header("Authorization", "Bearer " + HubClient.adminToken())
            .build();
    var answer =
        HttpClient.newHttpClient()
            .sendAsync(request, BodyHandlers.ofLines())
            .thenAccept(r -> r.body().limit(20).forEach(lines::add));

    // When: nobody says when a watcher is in, so events go out until one arrives
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              var id = "live-" + System.nanoTime();
              publish(Events.event("rest-live", id, Instant.now(), 200, Duration.ofMillis(1)));
              return lines.stream().anyMatch(l -> l.contains("live-"));
            });

    // Then
    assertThat(lines).contains("event:traffic");
    assertThat(lines).anyMatch(l -> l.startsWith("data:{\"specversion\":\"1.0\",\"id\":\"live-"));
    answer.cancel(true);
  }

  private void publish(TrafficEvent... events) throws Exception {
    CompletableFuture<Void> stage = sink.accept(List.of(events)).toCompletableFuture();
    stage.get(20, TimeUnit.SECONDS);
  }
}
