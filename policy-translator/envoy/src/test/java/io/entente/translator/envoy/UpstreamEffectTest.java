package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.engine.upstream.Doing;
import io.entente.engine.upstream.Forwarding;
import io.entente.engine.upstream.Health;
import io.entente.engine.upstream.Outcome;
import io.entente.testkit.upstream.Played;
import io.entente.testkit.upstream.Seen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What endpoints do leads through a real Envoy to the answer that the policies mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamEffectTest {

  private static final long SEED = 77;
  private static final Duration OFF = Duration.ofMillis(80);

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
  void everyScriptEndsAsMeant() throws Exception {
    // Given
    var random = new Random(SEED);
    var waiting = new ArrayList<Future<String>>();
    Map<String, Integer> ends = new HashMap<>();
    for (int round = 0; waiting.size() < 260; round++) {
      String route = UpstreamBench.ROUTES.get(round % UpstreamBench.ROUTES.size());
      String method = List.of("GET", "PUT", "POST").get(random.nextInt(3));
      List<Doing> script = List.of(doing(random), doing(random), doing(random));
      Outcome meant = meant(route, method, script, 0, 0);
      if (!clear(route, method, script, meant)) {
        continue;
      }
      ends.merge(meant.rule() + " " + meant.status() + " " + meant.whole(), 1, Integer::sum);
      String name = "case-" + round;
      bench.upstream().script(name, script);

      // When
      waiting.add(
          bench
              .callers()
              .submit(
                  () -> {
                    Seen seen = bench.call(method, "/" + route, name);
                    return seen.endedAs(meant)
                            && bench.upstream().attempts(name) == meant.tried().size()
                        ? ""
                        : "%s %s %s: %s, %d attempts; meant %s"
                            .formatted(
                                method,
                                route,
                                script,
                                seen,
                                bench.upstream().attempts(name),
                                meant);
                  }));
    }

    // Then
    for (Future<String> each : waiting) {
      assertThat(each.get()).as("seed %d", SEED).isEmpty();
    }
    assertThat(ends.keySet())
        .contains(
            "timeout.request 504 true",
            "timeout.request 200 false",
            "timeout.idle 504 true",
            "timeout.idle 200 false",
            "retry.perTryTimeout 504 true",
            "upstream 503 true",
            "upstream 200 true");
  }

  @Test
  void aConnectionThatIsRefusedIsTriedAgain() throws Exception {
    // When
    Seen get = bench.call("GET", "/gone", "gone");
    Seen post = bench.call("POST", "/gone", "gone");

    // Then
    assertThat(get.status()).isEqualTo(503);
    assertThat(post.status()).isEqualTo(503);
    await()
        .untilAsserted(
            () ->
                assertThat(bench.envoy().statistic("cluster.api.gone.upstream_rq_retry"))
                    .isEqualTo(2));
  }

  @Test
  void aConnectionThatDoesNotComeEndsAfterItsTime() throws Exception {
    Seen seen = bench.call("GET", "/full", "full");
    assertThat(seen.status()).isEqualTo(503);
    assertThat(seen.time()).isBetween(Duration.ofMillis(290), Duration.ofMillis(1_000));
  }

  @Test
  void theOtherEndpointAnswersWhereOneIsNotThere() throws Exception {
    bench.upstream().script("pair", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    for (int i = 0; i < 20; i++) {
      assertThat(bench.call("PUT", "/pair", "pair").status()).isEqualTo(200);
    }
  }

  @Test
  void callersCannotSetTimesAndAttemptsThemselves() throws Exception {
    bench.upstream().script("slow", List.of(Doing.Answers.after(Duration.ofMillis(300), 503)));
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bench.envoy().port() + "/plain"))
            .header("x-case", "slow")
            .header("x-envoy-upstream-rq-timeout-ms", "10")
            .header("x-envoy-retry-on", "5xx")
            .header("x-envoy-max-retries", "3")
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(asked, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(503);
    assertThat(bench.upstream().attempts("slow")).isEqualTo(1);
  }

  private static Doing doing(Random random) {
    Duration soon = Duration.ofMillis(random.nextBoolean() ? 0 : 100);
    Duration late = Duration.ofMillis(1_300);
    return switch (random.nextInt(9)) {
      case 0, 1 -> Doing.Answers.after(soon, 200);
      case 2 -> Doing.Answers.after(soon, 503);
      case 3 -> Doing.Answers.after(late, 200);
      case 4 -> new Doing.Mute(Duration.ZERO, Optional.of(soon), false);
      case 5 -> new Doing.Mute(Duration.ZERO, Optional.empty(), false);
      case 6 -> new Doing.Answers(Duration.ZERO, soon, 200, List.of(soon, soon), false);
      case 7 -> new Doing.Answers(Duration.ZERO, soon, 200, List.of(soon, late), false);
      default -> new Doing.Answers(Duration.ZERO, soon, 200, List.of(soon), true);
    };
  }

  /** Whether a machine that is slower by a little comes to the same end. */
  private boolean clear(String route, String method, List<Doing> script, Outcome meant) {
    var slower =
        List.of(
            meant(route, method, script, 1, 0),
            meant(route, method, script, 0, 1),
            meant(route, method, script, 1, 1));
    return slower.stream()
        .allMatch(
            other ->
                other.rule().equals(meant.rule())
                    && other.status() == meant.status()
                    && other.whole() == meant.whole()
                    && other.tried().size() == meant.tried().size());
  }

  private Outcome meant(String route, String method, List<Doing> script, int slower, int wait) {
    List<Doing> played = script.stream().map(doing -> later(doing, slower)).toList();
    return Forwarding.of(
        bench.policies("t", route),
        method,
        Played.of(played),
        new Health(),
        Played.chance(wait),
        Instant.EPOCH);
  }

  private static Doing later(Doing doing, int times) {
    Duration more = OFF.multipliedBy(times);
    if (doing instanceof Doing.Mute mute) {
      return new Doing.Mute(Duration.ZERO, mute.ended().map(more::plus), false);
    }
    var answers = (Doing.Answers) doing;
    return new Doing.Answers(
        Duration.ZERO,
        answers.head().plus(more),
        answers.status(),
        answers.gaps(),
        answers.breaks());
  }
}
