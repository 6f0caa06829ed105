package io.entente.connector.envoy;

import static io.entente.connector.envoy.EnvoyFixture.GATEWAY;
import static io.entente.connector.envoy.EnvoyFixture.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.time.Duration;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RealEnvoyTest {

  @AutoClose private final EnvoyFixture fixture = new EnvoyFixture();

  @Test
  void servesRoutesAndReportsWhatTheNodeIs() {
    // Given
    fixture.put(fixture.good());

    // When
    fixture.envoy("n1");

    // Then
    await().until(() -> fixture.is("n1", Sync.SYNCED));
    await().until(() -> fixture.get("/orders/1") == 200);
    assertThat(fixture.get("/elsewhere")).isEqualTo(404);
    assertThat(fixture.node("n1").version()).contains("1");
    var profile = fixture.connector().describe();
    assertThat(profile.version()).isEqualTo("1.40.0");
    assertThat(profile.can("envoy.filters.http.local_ratelimit")).isTrue();
  }

  @Test
  void everyRequestArrivesOnceAsATrafficEvent() {
    // Given
    fixture.put(fixture.good());
    fixture.envoy("n1");
    await().until(() -> fixture.get("/orders/ready") == 200);
    await().until(() -> fixture.events.size() == fixture.plane.accessLogCounts(GATEWAY).counted());

    // When
    for (int i = 0; i < 50; i++) {
      assertThat(fixture.get("/orders/" + i + "?secret=1")).isEqualTo(200);
    }
    fixture.get("/elsewhere");

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(fixture.events.stream().filter(e -> e.path().matches("/orders/\\d+")))
                    .hasSize(50));
    await().until(() -> fixture.events.stream().anyMatch(e -> e.path().equals("/elsewhere")));
    var ids = new HashSet<String>();
    fixture.events.forEach(e -> ids.add(e.id()));
    assertThat(ids).hasSize(fixture.events.size());
    var event = fixture.events.stream().filter(e -> e.path().equals("/orders/7")).findFirst();
    assertThat(event.orElseThrow().api().orElseThrow().value()).isEqualTo("orders");
    assertThat(event.get().route().orElseThrow().value()).isEqualTo("list");
    assertThat(event.get().decision()).contains("via_upstream");
    assertThat(event.get().clientAddress()).contains("127.0.0.1");
    assertThat(event.get().responseBytes()).contains(2L);
    assertThat(event.get().duration()).isPositive();
    assertThat(event.get().upstreamDuration()).isPresent();
    assertThat(event.get().notObservable()).containsExactly("consumer", "trace");
    var counts = fixture.plane.accessLogCounts(GATEWAY);
    assertThat(counts.received()).isEqualTo(counts.counted()).isEqualTo(fixture.events.size());
  }

  static Stream<Arguments> refused() {
    String moved = Documents.routes("/moved");
    return Stream.of(
        Arguments.of("misspelt field of a newer filter", moved, true, "response_mutationz"),
        Arguments.of(
            "regular expression",
            moved.replace("prefix: /moved", "safe_regex: {regex: \"/moved(\"}"),
            false,
            "missing )"),
        Arguments.of(
            "unknown cluster",
            moved.replace("cluster: api.orders", "cluster: no.such") + "validate_clusters: true\n",
            false,
            "no.such"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusedConfigurationIsNackedOnceAndTheLastGoodKeepsServing(
      String name, String routes, boolean badListener, String word) {
    // Given
    fixture.put(fixture.good());
    EnvoyProcess envoy = fixture.envoy("n1");
    await().until(() -> fixture.is("n1", Sync.SYNCED) && fixture.get("/orders/1") == 200);

    // When: routes change with it, so a half-applied configuration would show
    var bad = new TreeMap<>(fixture.good());
    bad.put(Documents.ROUTES, Documents.yaml(routes));
    if (badListener) {
      bad.put(Documents.LISTENER, misspelt());
    }
    fixture.put(bad);

    // Then
    await().atMost(Duration.ofSeconds(3)).until(() -> fixture.is("n1", Sync.REJECTED));
    assertThat(fixture.node("n1").message().orElseThrow()).contains(word);
    await().until(() -> fixture.get("/orders/1") == 200);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> envoy.refusals() == 1 && fixture.get("/orders/1") == 200);
    assertThat(fixture.get("/moved")).isEqualTo(404);
    assertThat(fixture.node("n1").sync()).isEqualTo(Sync.REJECTED);

    // When: mended
    var mended = new TreeMap<>(fixture.good());
    mended.put(Documents.ROUTES, Documents.yaml(Documents.routes("/moved")));
    fixture.put(mended);

    // Then
    await().until(() -> fixture.is("n1", Sync.SYNCED));
    await().until(() -> fixture.get("/moved") == 200);
    assertThat(envoy.refusals()).isEqualTo(1);
  }

  @Test
  void newcomerGetsTheLastGoodWhileTheNewestIsRefused() {
    // Given
    fixture.put(fixture.good());
    EnvoyProcess first = fixture.envoy("n1");
    await().until(() -> fixture.is("n1", Sync.SYNCED));
    fixture.put(Documents.LISTENER, misspelt());
    await().until(() -> fixture.is("n1", Sync.REJECTED));
    first.close();
    await().until(() -> fixture.is("n1", Sync.STALE));

    // When
    EnvoyProcess second = fixture.envoy("n2");

    // Then
    await().until(() -> fixture.get("/orders/1") == 200);
    assertThat(second.refusals()).isZero();
    assertThat(fixture.node("n2").sync()).isEqualTo(Sync.REJECTED);
    assertThat(fixture.node("n2").message().orElseThrow()).contains("response_mutationz");
  }

  @Test
  void envoyKeepsServingWhileTheHubIsGoneAndComesBack() {
    // Given
    fixture.put(fixture.good());
    fixture.envoy("n1");
    await().until(() -> fixture.is("n1", Sync.SYNCED) && fixture.get("/orders/1") == 200);
    int port = fixture.plane.port();

    // When
    fixture.plane.close();

    // Then
    assertThat(fixture.get("/orders/2")).isEqualTo(200);

    // When
    fixture.plane = fixture.startPlane(port);

    // Then
    await().atMost(Duration.ofSeconds(60)).until(() -> fixture.is("n1", Sync.SYNCED));
    assertThat(fixture.get("/orders/3")).isEqualTo(200);
  }

  @Test
  void wrongTokenAndForeignClusterAreRefused() {
    // Given
    fixture.put(fixture.good());

    // When
    try (var stranger = EnvoyProcess.start("s1", GATEWAY, "stolen", fixture.plane.port());
        var impostor =
            EnvoyProcess.start("i1", new GatewayId("us-edge"), TOKEN, fixture.plane.port())) {

      // Then
      await().until(() -> stranger.log().contains("unknown gateway token"));
      await().until(() -> impostor.log().contains("node.cluster is not the gateway"));
      assertThat(fixture.plane.convergence(GATEWAY).nodes()).isEmpty();
    }
  }

  @Test
  void clustersOutliveTheRoutesThatUseThemAndThenGo() {
    // Given
    fixture.put(fixture.good());
    EnvoyProcess envoy = fixture.envoy("n1");
    await().until(() -> fixture.is("n1", Sync.SYNCED) && fixture.get("/orders/1") == 200);

    // When
    var moved = new TreeMap<>(fixture.good());
    moved.remove(Documents.CLUSTER);
    moved.put(
        new ObjectKey("cluster", "api.next"),
        Documents.yaml(Documents.cluster("api.next", fixture.upstream.getAddress().getPort())));
    moved.put(
        Documents.ROUTES,
        Documents.yaml(Documents.routes("/orders").replace("api.orders", "api.next")));
    fixture.put(moved);

    // Then
    await()
        .until(
            () -> {
              assertThat(fixture.get("/orders/1")).isEqualTo(200);
              return fixture.is("n1", Sync.SYNCED);
            });
    await().until(() -> !envoy.admin("/clusters").contains("api.orders"));
    assertThat(fixture.get("/orders/1")).isEqualTo(200);
  }

  private Node misspelt() {
    return Documents.yaml(
        Documents.listener(fixture.listenerPort)
            .replace("response_mutations", "response_mutationz"));
  }
}
