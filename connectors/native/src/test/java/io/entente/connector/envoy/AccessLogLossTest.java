package io.entente.connector.envoy;

import static io.entente.connector.envoy.EnvoyFixture.GATEWAY;
import static io.entente.connector.envoy.EnvoyFixture.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.nativeobject.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A real Envoy counts what it logs; what of it gets lost is found, and nothing else. */
class AccessLogLossTest {

  private static final int REQUESTS = 500;
  private static final Duration POLLS = Duration.ofSeconds(30);

  @AutoClose private final EnvoyFixture fixture = new EnvoyFixture();

  @Test
  void everyEntryOfAHundredThatGetsLostIsMissing() throws Exception {
    // Given
    try (var relay = new LossyRelay(fixture.plane.port(), TOKEN, 0.01, 8)) {
      serveThrough(relay);

      // When
      requests();

      // Then
      await()
          .atMost(POLLS)
          .untilAsserted(() -> assertThat(delivery().counted()).isGreaterThanOrEqualTo(REQUESTS));
      assertThat(relay.lost).hasPositiveValue();
      assertThat(delivery().missing()).isEqualTo(relay.lost.get());
    }
  }

  @Test
  void nothingIsMissingWhereNothingGetsLost() throws Exception {
    // Given
    fixture.put(fixture.good());
    ready();

    // When
    requests();

    // Then
    await()
        .atMost(POLLS)
        .untilAsserted(() -> assertThat(delivery().counted()).isGreaterThanOrEqualTo(REQUESTS));
    assertThat(delivery().missing()).isZero();
    assertThat(delivery().arrived()).isEqualTo(delivery().counted());
  }

  private void serveThrough(LossyRelay relay) {
    var resources = new TreeMap<>(fixture.good());
    resources.put(new ObjectKey("cluster", "relay"), Documents.yaml(relay.cluster()));
    resources.put(
        Documents.LISTENER,
        Documents.yaml(Documents.listener(fixture.listenerPort).replace("entente_hub", "relay")));
    fixture.put(resources);
    ready();
  }

  /** Until Envoy serves and has told of its counters once, so that the comparison has begun. */
  private void ready() {
    fixture.envoy("n1");
    await().until(() -> fixture.is("n1", Sync.SYNCED));
    await().atMost(POLLS).until(() -> fixture.ledger.of(GATEWAY).size() == 1);
  }

  private void requests() throws Exception {
    var callers = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, REQUESTS)
              .mapToObj(i -> (Callable<Integer>) () -> fixture.get("/orders/" + i))
              .toList();
      for (Future<Integer> call : callers.invokeAll(calls)) {
        assertThat(call.get()).isEqualTo(200);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private NodeDelivery delivery() {
    List<NodeDelivery> nodes = fixture.ledger.of(GATEWAY);
    assertThat(nodes).extracting(NodeDelivery::node).containsExactly("n1");
    return nodes.get(0);
  }
}
