package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flows through a real Envoy are the flows that are meant. When Envoy judged a request is known
 * only to lie between its sending and its answer; every answer must be right for some instant in
 * between.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpikeArrestEffectTest {

  private static final long SEED = 47;

  private record Answer(double sent, double answered, boolean accepted) {}

  private EffectBench bench;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    bench =
        new EffectBench(
            scratch,
            List.of("one", "burst", "minute", "keyed", "observed", "first"),
            policy("one", "one", "spikeArrest: {rate: 10, per: second, burst: 1, key: route}")
                + policy(
                    "burst", "burst", "spikeArrest: {rate: 8, per: second, burst: 7, key: route}")
                + policy(
                    "minute",
                    "minute",
                    "spikeArrest: {rate: 600, per: minute, burst: 2, key: clientIp}")
                + policy(
                    "keyed",
                    "keyed",
                    "spikeArrest: {rate: 1, per: minute, burst: 2, key: \"header:x-c\", onMissingKey: deny}")
                + policy(
                    "observed",
                    "observed",
                    "mode: observe\n  spikeArrest: {rate: 1, per: minute, burst: 1, key: route}")
                + policy(
                    "first", "first", "spikeArrest: {rate: 1, per: minute, burst: 2, key: route}")
                + policy("limit", "first", "rateLimit: {requests: 3, window: 1h, key: route}"));
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void spreadsRequestsWithoutAnyBurst() {
    check(run("one", 200), 10, 1);
  }

  @Test
  void letsABurstThroughAndSpreadsTheRest() {
    check(run("burst", 200), 8, 7);
  }

  @Test
  void spreadsWhatIsSaidPerMinute() {
    check(run("minute", 200), 600 / 60.0, 2);
  }

  @Test
  void tellsKeysApartAndRefusesRequestsWithout() {
    assertThat(statuses("keyed", 3, "x-c", "a")).containsExactly(200, 200, 429);
    assertThat(statuses("keyed", 3, "x-c", "b")).containsExactly(200, 200, 429);
    assertThat(statuses("keyed", 2)).containsExactly(429, 429);
  }

  @Test
  void observingCountsAndRefusesNothing() {
    assertThat(statuses("observed", 4)).containsOnly(200);
    assertThat(bench.envoy().statistic("entente_spike_arrest_1.http_local_rate_limit.rate_limited"))
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void whatAFlowRefusesIsNotCountedByTheLimitBehindIt() {
    // Given
    assertThat(statuses("first", 5)).containsExactly(200, 200, 429, 429, 429);

    // Then
    assertThat(bench.envoy().statistic("entente_rate_limit_1.http_local_rate_limit.enabled"))
        .isEqualTo(2);
  }

  private List<Answer> run(String route, int requests) {
    var random = new Random(SEED);
    var answers = new ArrayList<Answer>();
    long begin = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      // Silences are other requests, so that nothing sleeps.
      for (int other = random.nextInt(20) == 0 ? 40 : 0; other > 0; other--) {
        bench.envoy().call("/nowhere");
      }
      double sent = (System.nanoTime() - begin) / 1e9;
      int status =
          bench
              .envoy()
              .exchange("GET", "/" + route, BodyPublishers.noBody(), List.of())
              .statusCode();
      answers.add(new Answer(sent, (System.nanoTime() - begin) / 1e9, status == 200));
    }
    return answers;
  }

  private static void check(List<Answer> answers, double rate, int burst) {
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      boolean mayRefuse = false;
      boolean mustRefuse = false;
      int accepted = 1;
      for (int j = i - 1; j >= 0; j--) {
        Answer earlier = answers.get(j);
        if (!earlier.accepted()) {
          continue;
        }
        accepted++;
        mayRefuse |= accepted > burst + rate * (answer.sent() - earlier.answered());
        mustRefuse |= accepted > burst + rate * (answer.answered() - earlier.sent()) + 1e-6;
      }
      if (answer.accepted()) {
        assertThat(mustRefuse).as("request %d of %s", i, answers).isFalse();
      } else {
        assertThat(mayRefuse).as("request %d of %s", i, answers).isTrue();
      }
    }
    assertThat(answers.stream().filter(Answer::accepted).count()).isGreaterThan(burst);
    assertThat(answers).anyMatch(answer -> !answer.accepted());
  }

  private List<Integer> statuses(String route, int calls, String... headers) {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < calls; i++) {
      statuses.add(bench.envoy().call("/" + route, headers).statusCode());
    }
    return statuses;
  }
}
