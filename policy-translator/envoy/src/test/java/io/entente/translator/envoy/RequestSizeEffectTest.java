package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bodies are refused by their size through a real Envoy as the policy means, to the byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestSizeEffectTest {

  private static final long SEED = 41;
  private static final List<Integer> SIZES = List.of(1, 10, 1_000, 16_384, 40_000);
  private static final int FRAME = 16_384;

  private EffectBench bench;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    var policies = new StringBuilder();
    for (int size : SIZES) {
      policies.append(policy("size" + size, "s" + size, "requestSize: {maxBytes: " + size + "}"));
    }
    // among address and limit
    policies.append(policy("filter", "s10", "ipFilter: {deny: [10.0.0.0/8]}"));
    policies.append(policy("limit", "s10", "rateLimit: {requests: 8, window: 1h, key: route}"));
    bench =
        new EffectBench(scratch, SIZES.stream().map(s -> "s" + s).toList(), policies.toString());
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void everyBodyIsJudgedAsMeantWhetherItsLengthIsDeclaredOrNot() {
    var random = new Random(SEED);
    Map<String, State> states = new HashMap<>();
    Map<Integer, Integer> statuses = new HashMap<>();
    for (int round = 0; round < 300; round++) {
      // Given
      int size = SIZES.get(round % SIZES.size());
      String route = "s" + size;
      int bytes =
          switch (random.nextInt(4)) {
            case 0 -> size;
            case 1 -> size + 1;
            case 2 -> size + random.nextInt(size);
            default -> random.nextInt(size + 1);
          };
      boolean declared = random.nextBoolean();
      String address = random.nextInt(3) == 0 ? "10.0.0.1" : "192.0.2.1";
      var headers = List.of("x-forwarded-for", address);
      Decision meant =
          PolicyEngine.evaluateRequest(
              bench.policies(route),
              bench.exchange(route, "POST", bytes, address, headers),
              states.computeIfAbsent(route, r -> new State(1_000)),
              Instant.EPOCH);

      // When
      int status =
          bench.envoy().exchange("POST", "/" + route, body(bytes, declared), headers).statusCode();

      // Then
      assertThat(status)
          .as("seed %d round %d: %d bytes on %s, declared %s", SEED, round, bytes, route, declared)
          .isEqualTo(meant instanceof Decision.Reject reject ? reject.status() : 200);
      statuses.merge(status, 1, Integer::sum);
    }
    assertThat(statuses).containsOnlyKeys(200, 403, 413, 429);
    assertThat(statuses.get(413)).isGreaterThan(80);
  }

  @Test
  void theStatedHoleIsOneFrameAndNoMore() throws Exception {
    assertThat(status("/other", 1)).isEqualTo("404");
    assertThat(status("/s1000", 1_001)).isEqualTo("200");
    assertThat(status("/s1000", FRAME)).isEqualTo("200");
    assertThat(status("/s1000", 1_001, 0)).isEqualTo("Payload Too Large");
    assertThat(status("/s1000", 1_000, FRAME)).isEqualTo("Payload Too Large");
    assertThat(status("/s16384", FRAME, 1)).isEqualTo("Payload Too Large");
  }

  private String status(String path, int... frames) throws Exception {
    return UndeclaredBody.status(bench.envoy().port(), path, frames);
  }

  private static BodyPublisher body(int bytes, boolean declared) {
    return declared
        ? BodyPublishers.ofByteArray(new byte[bytes])
        : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
  }
}
