package io.entente.simulator.kong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.simulator.kong.store.NodeSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void readsBothFormsOfOptionsAndTheEnvironment() {
    // When
    Options options =
        Options.read(
            new String[] {
              "--database=off", "--admin-port", "8001", "--workers", "2", "--settle-seconds", "0.5"
            },
            Map.of("KONG_TRUSTED_IPS", "127.0.0.1, 10.0.0.0/8", "KONG_REAL_IP_RECURSIVE", "on"));

    // Then
    assertThat(options.database()).isEqualTo(Database.OFF);
    assertThat(options.adminPort()).isEqualTo(8001);
    NodeSettings settings = options.settings();
    assertThat(settings.workers()).isEqualTo(2);
    assertThat(settings.workerStateUpdateFrequency()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.trustedIps()).containsExactly("127.0.0.1", "10.0.0.0/8");
    assertThat(settings.realIpRecursive()).isTrue();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    // When / Then
    assertThatThrownBy(() -> Options.read(new String[] {"--nope=1"}, Map.of()))
        .hasMessageContaining("nope");
    assertThatThrownBy(() -> Options.read(new String[] {"--database=mongo"}, Map.of()))
        .hasMessageContaining("mongo");
    assertThatThrownBy(() -> Options.read(new String[] {"--workers"}, Map.of()))
        .hasMessageContaining("--workers");
  }

  @Test
  void asksTheProxyThatWasPluggedIn() {
    // Given
    ProxyFactory factory = (store, settings, port) -> new FakeProxy();

    try (Node node = new Node(Options.defaults().withProxy(factory))) {
      // When / Then
      assertThat(node.running().proxyPort()).isEqualTo(4711);
      assertThat(node.get("/metrics").text()).isEqualTo("kong_fake 1\n");
      assertThat(node.status("/metrics").text()).isEqualTo("kong_fake 1\n");
      assertThat(node.send("DELETE", "/proxy-cache/known", "").status()).isEqualTo(204);
      assertThat(node.send("DELETE", "/proxy-cache/other", "").status()).isEqualTo(404);
      assertThat(node.get("/").at("/configuration/proxy_listeners/0/port").asInt()).isEqualTo(4711);
    }
  }

  private static final class FakeProxy implements ProxyServer, ProxyHooks {

    @Override
    public int port() {
      return 4711;
    }

    @Override
    public ProxyHooks hooks() {
      return this;
    }

    @Override
    public MetricsPage metrics() {
      return () -> "kong_fake 1\n";
    }

    @Override
    public boolean purgeCacheEntry(String cacheKey) {
      return cacheKey.equals("known");
    }

    @Override
    public void close() {
      // nothing runs
    }
  }
}
