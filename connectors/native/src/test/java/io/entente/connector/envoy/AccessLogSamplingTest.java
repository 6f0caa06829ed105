package io.entente.connector.envoy;

import static io.entente.connector.envoy.EnvoyFixture.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A real Envoy tells with each exchange what is to be kept of it, route by route. */
class AccessLogSamplingTest {

  private static final int REQUESTS = 2_000;
  private static final int ERRORS = 100;
  private static final int ONE_IN = 4;
  private static final Duration POLLS = Duration.ofSeconds(30);

  private static final String TAG =
      "custom_tags: [{tag: entente.recording, metadata: {kind: {route: {}}, metadata_key:"
          + " {key: entente.log, path: [{key: recording}]}}}]";

  private static final String ROUTES =
      """
      name: entente
      virtual_hosts:
      - name: any
        domains: ["*"]
        routes:
        - name: orders/broken
          match: {prefix: /orders/broken}
          direct_response: {status: 503}
          metadata: {filter_metadata: {entente.log: {recording: errors-and-1-in-4}}}
        - name: orders/list
          match: {prefix: /orders}
          route: {cluster: api.orders, timeout: 5s}
          metadata: {filter_metadata: {entente.log: {recording: errors-and-1-in-4}}}
        - name: stock/broken
          match: {prefix: /stock/broken}
          direct_response: {status: 503}
          metadata: {filter_metadata: {entente.log: {recording: aggregate}}}
        - name: stock/list
          match: {prefix: /stock}
          route: {cluster: api.orders, timeout: 5s}
          metadata: {filter_metadata: {entente.log: {recording: aggregate}}}
        - name: carts/list
          match: {prefix: /carts}
          route: {cluster: api.orders, timeout: 5s}
      """;

  @AutoClose private final EnvoyFixture fixture = new EnvoyFixture();

  @Test
  void allErrorsAndOneInFourOfTheOthersAreKeptAndNothingCountsAsLost() throws Exception {
    // Given
    logging();

    // When
    requests("/orders/", REQUESTS);
    requests("/orders/broken/", ERRORS);
    requests("/carts/", ERRORS);

    // Then
    await()
        .atMost(POLLS)
        .untilAsserted(
            () ->
                assertThat(fixture.ledger.of(GATEWAY).get(0).counted())
                    .isGreaterThanOrEqualTo(REQUESTS + 2 * ERRORS));
    assertThat(fixture.ledger.of(GATEWAY).get(0).missing()).isZero();
    List<TrafficEvent> errors = kept("broken");
    List<TrafficEvent> sampled = kept("list").stream().filter(e -> ofApi(e, "orders")).toList();
    List<TrafficEvent> whole =
        kept("list").stream()
            .filter(e -> ofApi(e, "carts") && e.path().matches("/carts/\\d+"))
            .toList();
    assertThat(errors).hasSize(ERRORS).allMatch(e -> e.weight() == 1 && e.status() == 503);
    assertThat(whole).hasSize(ERRORS).allMatch(e -> e.weight() == 1);
    assertThat(sampled).allMatch(e -> e.weight() == ONE_IN);
    double p = 1.0 / ONE_IN;
    double sigma = Math.sqrt(REQUESTS * p * (1 - p));
    assertThat((double) sampled.size()).isCloseTo(REQUESTS * p, within(5 * sigma));
  }

  @Test
  void ofARouteThatIsOnlyCountedEveryRequestIsHandedOverToBeCountedAndNoneToBeKept()
      throws Exception {
    // Given
    logging();

    // When
    requests("/stock/", REQUESTS);
    requests("/stock/broken/", ERRORS);
    requests("/carts/", ERRORS);

    // Then
    await()
        .atMost(POLLS)
        .untilAsserted(() -> assertThat(fixture.counted).hasSize(REQUESTS + ERRORS));
    assertThat(fixture.counted).allMatch(e -> ofApi(e, "stock") && e.weight() == 1);
    assertThat(fixture.counted).filteredOn(e -> e.status() == 503).hasSize(ERRORS);
    assertThat(fixture.counted.stream().map(TrafficEvent::id).distinct())
        .hasSize(REQUESTS + ERRORS);
    assertThat(fixture.events).noneMatch(e -> ofApi(e, "stock"));
    await()
        .atMost(POLLS)
        .untilAsserted(
            () ->
                assertThat(fixture.ledger.of(GATEWAY).get(0).counted())
                    .isGreaterThanOrEqualTo(REQUESTS + 2 * ERRORS));
    assertThat(fixture.ledger.of(GATEWAY).get(0).missing()).isZero();
  }

  private void logging() throws Exception {
    var resources = new TreeMap<>(fixture.good());
    String listener = Documents.listener(fixture.listenerPort);
    String before = "\n            grpc_service:";
    assertThat(listener).contains(before);
    resources.put(
        Documents.LISTENER,
        Documents.yaml(listener.replace(before, "\n            " + TAG + before)));
    resources.put(Documents.ROUTES, Documents.yaml(ROUTES));
    fixture.put(resources);
    fixture.envoy("n1");
    await().until(() -> fixture.is("n1", Sync.SYNCED) && fixture.get("/carts/ready") == 200);
    await().atMost(POLLS).until(() -> fixture.ledger.of(GATEWAY).size() == 1);
  }

  private static boolean ofApi(TrafficEvent event, String api) {
    return event.api().filter(name -> name.value().equals(api)).isPresent();
  }

  private List<TrafficEvent> kept(String route) {
    return fixture.events.stream()
        .filter(e -> e.route().filter(name -> name.value().equals(route)).isPresent())
        .toList();
  }

  private void requests(String path, int count) throws Exception {
    var callers = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, count)
              .mapToObj(i -> (Callable<Integer>) () -> fixture.get(path + i))
              .toList();
      for (Future<Integer> call : callers.invokeAll(calls)) {
        assertThat(call.get()).isPositive();
      }
    } finally {
      callers.shutdownNow();
    }
  }
}
