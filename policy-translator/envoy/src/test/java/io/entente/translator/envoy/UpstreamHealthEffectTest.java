package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.engine.upstream.Doing;
import io.entente.engine.upstream.Forwarding;
import io.entente.engine.upstream.Health;
import io.entente.engine.upstream.Outcome;
import io.entente.testkit.upstream.Played;
import io.entente.testkit.upstream.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sick endpoints are left alone by a real Envoy, and busy ones spared, as the policies mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamHealthEffectTest {

  private static final long SEED = 77;

  private UpstreamBench bench;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    bench = new UpstreamBench(scratch);
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void anEndpointIsLeftAloneAndComesBackAsMeant() throws Exception {
    var random = new Random(SEED);
    var health = new Health();
    Instant now = Instant.EPOCH;
    int left = 0;
    for (int round = 0; round < 220; round++) {
      // Given
      int status = List.of(200, 502, 503, 504, 500, 404).get(random.nextInt(6));
      var script = List.<Doing>of(Doing.Answers.after(Duration.ZERO, status));
      String name = "sick-" + round;
      bench.upstream().script(name, script);
      Outcome meant =
          Forwarding.of(
              bench.policies("u", "sick"), "GET", Played.of(script), health, Played.chance(0), now);

      // When
      Seen seen = bench.call("GET", "/sick", name);

      // Then
      assertThat(seen.status()).as("seed %d round %d", SEED, round).isEqualTo(meant.status());
      assertThat(bench.upstream().attempts(name)).isEqualTo(1);
      assertThat(bench.call("GET", "/other", name).status()).as("another route").isEqualTo(status);
      if (!health.takes("one", now)) {
        left++;
        now = now.plusMillis(1_001);
        leftAlone();
      }
    }
    assertThat(left).isBetween(4, 40);
  }

  private void leftAlone() throws Exception {
    String ejected = "cluster.api.u/sick.outlier_detection.ejections_active";
    await().until(() -> bench.envoy().statistic(ejected) == 1);
    long start = System.nanoTime();
    bench.upstream().script("alone", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    // the threads of Envoy learn of it one after the other
    await()
        .atMost(Duration.ofMillis(500))
        .until(() -> bench.call("GET", "/sick", "alone").status() == 503);
    int before = bench.upstream().attempts("alone");
    for (int i = 0; i < 5; i++) {
      assertThat(bench.call("GET", "/sick", "alone").status()).isEqualTo(503);
    }
    assertThat(bench.upstream().attempts("alone")).isEqualTo(before);
    await().until(() -> bench.envoy().statistic(ejected) == 0);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(800), Duration.ofMillis(2_200));
  }

  @Test
  void soManyAreUnderWayAtOnceAndNoMore() throws Exception {
    var random = new Random(SEED);
    int exchanges = 0;
    for (int round = 0; exchanges < 200; round++) {
      // Given
      int many = 1 + random.nextInt(8);
      int taken = Math.min(many, 3);
      var calls = new ArrayList<Future<Seen>>();
      bench.upstream().mostAtOnce();
      bench.upstream().hold();

      // When
      for (int i = 0; i < many; i++) {
        String name = "few-" + round + "-" + i;
        bench.upstream().script(name, List.of(Doing.Answers.after(Duration.ZERO, 200)));
        calls.add(bench.callers().submit(() -> bench.call("GET", "/few", name)));
      }
      await()
          .pollInterval(Duration.ofMillis(5))
          .untilAsserted(
              () -> {
                assertThat(bench.upstream().underWay()).isEqualTo(taken);
                assertThat(calls).filteredOn(Future::isDone).hasSize(many - taken);
              });
      bench.upstream().release();
      var statuses = new ArrayList<Integer>();
      for (Future<Seen> each : calls) {
        statuses.add(each.get().status());
      }

      // Then
      assertThat(statuses).filteredOn(s -> s == 200).hasSize(taken);
      assertThat(statuses).filteredOn(s -> s == 503).hasSize(many - taken);
      assertThat(bench.upstream().mostAtOnce()).isEqualTo(taken);
      exchanges += many;
    }
  }
}
