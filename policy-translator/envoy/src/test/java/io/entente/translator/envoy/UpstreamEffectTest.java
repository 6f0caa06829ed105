package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.engine.upstream.Chance;
import io.entente.engine.upstream.Doing;
import io.entente.engine.upstream.Forwarding;
import io.entente.engine.upstream.Health;
import io.entente.engine.upstream.Outcome;
import io.entente.engine.upstream.Upstream;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private static final Duration LATE = Duration.ofMillis(1_500);
  private static final List<String> ROUTES =
      List.of("whole", "silent", "both", "again", "tried", "careful");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService callers = Executors.newFixedThreadPool(8);
  private final List<AutoCloseable> open = new ArrayList<>();
  private ScriptedUpstream upstream;
  private TranslationRequest request;
  private RunningEnvoy envoy;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    Path program = EnvoyProgram.require();
    upstream = new ScriptedUpstream();
    String documents =
        """
        apiVersion: entente.io/v1alpha1
        kind: Profile
        nodes: 1
        settings: {listener.port: "8080"}
        """
            + api("t", "{host: 127.0.0.1, port: " + upstream.port() + "}", ROUTES)
            + api(
                "u",
                "{host: 127.0.0.1, port: " + upstream.port() + "}",
                List.of("sick", "few", "plain", "other"))
            + api("gone", "{host: 127.0.0.1, port: " + closedPort() + "}", List.of("gone"))
            + api("full", "{host: 127.0.0.1, port: " + fullPort() + "}", List.of("full"))
            + api(
                "pair",
                "{host: 127.0.0.1, port: %d}, {host: 127.0.0.1, port: %d}"
                    .formatted(closedPort(), upstream.port()),
                List.of("pair"))
            + policy("whole", "whole", "timeout: {request: 800ms}")
            + policy("silent", "silent", "timeout: {idle: 500ms}")
            + policy("both", "both", "timeout: {request: 800ms, idle: 500ms}")
            + policy("again", "again", "retry: {attempts: 2, on: [reset], statuses: [503]}")
            + policy("again-t", "again", "timeout: {request: 800ms}")
            + policy(
                "tried",
                "tried",
                "retry: {attempts: 2, on: [reset], perTryTimeout: 300ms, backoff: 20ms, methods:"
                    + " [GET]}")
            + policy("tried-t", "tried", "timeout: {request: 800ms, idle: 500ms}")
            + policy("careful", "careful", "retry: {attempts: 2}")
            + policy("careful-t", "careful", "timeout: {request: 800ms}")
            + on("sick", "u/sick", "circuitBreaker: {consecutiveFailures: 3, openFor: 1s}")
            + on("few", "u/few", "concurrencyLimit: {requests: 3}")
            + on("gone", "gone/gone", "retry: {attempts: 2, methods: [GET]}")
            + on("full", "full/full", "timeout: {connect: 300ms}")
            + on("pair", "pair/pair", "retry: {attempts: 1}");
    request = Requests.read(documents);
    var translation = new EnvoyTranslator().translate(request);
    assertThat(translation.refusals()).isEmpty();
    envoy = new RunningEnvoy(program, GoldenCases.documents(translation), scratch);
    upstream.script("first", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    assertThat(call("GET", "/plain", "first").status()).isEqualTo(200);
  }

  @AfterAll
  void stop() throws Exception {
    callers.shutdownNow();
    if (envoy != null) {
      envoy.close();
    }
    if (upstream != null) {
      upstream.close();
    }
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  /** What a caller saw. */
  private record Seen(int status, boolean whole, Duration time) {}

  @Test
  void everyScriptEndsAsMeant() throws Exception {
    // Given
    var random = new Random(SEED);
    var waiting = new ArrayList<Future<String>>();
    Map<String, Integer> ends = new HashMap<>();
    for (int round = 0; waiting.size() < 260; round++) {
      String route = ROUTES.get(round % ROUTES.size());
      String method = List.of("GET", "PUT", "POST").get(random.nextInt(3));
      List<Doing> script = List.of(doing(random), doing(random), doing(random));
      Outcome meant = meant(route, method, script, 0, 0);
      if (!clear(route, method, script, meant)) {
        continue;
      }
      ends.merge(meant.rule() + " " + meant.status() + " " + meant.whole(), 1, Integer::sum);
      String name = "case-" + round;
      upstream.script(name, script);

      // When
      waiting.add(
          callers.submit(
              () -> {
                Seen seen = call(method, "/" + route, name);
                boolean same =
                    seen.status() == meant.status()
                        && seen.whole() == meant.whole()
                        && upstream.attempts(name) == meant.tried().size()
                        && seen.time().compareTo(meant.ended().minusMillis(20)) >= 0
                        && seen.time().compareTo(meant.ended().plus(LATE)) <= 0;
                return same
                    ? ""
                    : "%s %s %s: %s, %d attempts; meant %s"
                        .formatted(method, route, script, seen, upstream.attempts(name), meant);
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
    Seen get = call("GET", "/gone", "gone");
    Seen post = call("POST", "/gone", "gone");

    // Then
    assertThat(get.status()).isEqualTo(503);
    assertThat(post.status()).isEqualTo(503);
    await()
        .untilAsserted(
            () -> assertThat(envoy.statistic("cluster.api.gone.upstream_rq_retry")).isEqualTo(2));
  }

  @Test
  void aConnectionThatDoesNotComeEndsAfterItsTime() throws Exception {
    Seen seen = call("GET", "/full", "full");
    assertThat(seen.status()).isEqualTo(503);
    assertThat(seen.time()).isBetween(Duration.ofMillis(290), Duration.ofMillis(1_000));
  }

  @Test
  void theOtherEndpointAnswersWhereOneIsNotThere() throws Exception {
    upstream.script("pair", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    for (int i = 0; i < 20; i++) {
      assertThat(call("PUT", "/pair", "pair").status()).isEqualTo(200);
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
      upstream.script(name, script);
      Outcome meant =
          Forwarding.of(policies("u", "sick"), "GET", of(script), health, chance(0), now);

      // When
      Seen seen = call("GET", "/sick", name);

      // Then
      assertThat(seen.status()).as("seed %d round %d", SEED, round).isEqualTo(meant.status());
      assertThat(upstream.attempts(name)).isEqualTo(1);
      assertThat(call("GET", "/other", name).status()).as("another route").isEqualTo(status);
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
    await().until(() -> envoy.statistic(ejected) == 1);
    long start = System.nanoTime();
    upstream.script("alone", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    // the threads of Envoy learn of it one after the other
    await()
        .atMost(Duration.ofMillis(500))
        .until(() -> call("GET", "/sick", "alone").status() == 503);
    int before = upstream.attempts("alone");
    for (int i = 0; i < 5; i++) {
      assertThat(call("GET", "/sick", "alone").status()).isEqualTo(503);
    }
    assertThat(upstream.attempts("alone")).isEqualTo(before);
    await().until(() -> envoy.statistic(ejected) == 0);
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
      var calls = new ArrayList<Callable<Seen>>();
      for (int i = 0; i < many; i++) {
        String name = "few-" + round + "-" + i;
        upstream.script(name, List.of(Doing.Answers.after(Duration.ofMillis(400), 200)));
        calls.add(() -> call("GET", "/few", name));
      }
      upstream.mostAtOnce();

      // When
      var statuses = new ArrayList<Integer>();
      for (Future<Seen> each : callers.invokeAll(calls)) {
        statuses.add(each.get().status());
      }

      // Then
      assertThat(statuses).filteredOn(s -> s == 200).hasSize(Math.min(many, 3));
      assertThat(statuses).filteredOn(s -> s == 503).hasSize(Math.max(0, many - 3));
      assertThat(upstream.mostAtOnce()).isLessThanOrEqualTo(3);
      exchanges += many;
    }
  }

  @Test
  void callersCannotSetTimesAndAttemptsThemselves() throws Exception {
    upstream.script("slow", List.of(Doing.Answers.after(Duration.ofMillis(300), 503)));
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + envoy.port() + "/plain"))
            .header("x-case", "slow")
            .header("x-envoy-upstream-rq-timeout-ms", "10")
            .header("x-envoy-retry-on", "5xx")
            .header("x-envoy-max-retries", "3")
            .build();
    assertThat(http.send(asked, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(503);
    assertThat(upstream.attempts("slow")).isEqualTo(1);
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
        policies("t", route), method, of(played), new Health(), chance(wait), Instant.EPOCH);
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

  private List<EffectivePolicy> policies(String api, String route) {
    return request.effective(
        new RouteTarget(CaseRequest.GATEWAY, new ApiName(api), new RouteName(route)));
  }

  private static Upstream of(List<Doing> script) {
    return new Upstream() {
      @Override
      public List<String> endpoints() {
        return List.of("one");
      }

      @Override
      public Doing next(String endpoint, int attempt) {
        return script.get(attempt);
      }
    };
  }

  private static Chance chance(int longest) {
    return new Chance() {
      @Override
      public String endpoint(List<String> endpoints) {
        return endpoints.get(0);
      }

      @Override
      public Duration wait(Duration bound) {
        return bound.multipliedBy(longest);
      }
    };
  }

  private Seen call(String method, String path, String name) throws Exception {
    var asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + envoy.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("x-case", name)
            .timeout(Duration.ofSeconds(10))
            .build();
    long start = System.nanoTime();
    var answer = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
    boolean whole = true;
    try (InputStream body = answer.body()) {
      body.readAllBytes();
    } catch (IOException e) {
      whole = false;
    }
    return new Seen(answer.statusCode(), whole, Duration.ofNanos(System.nanoTime() - start));
  }

  private int closedPort() throws IOException {
    // bound and not listening, so that nobody else takes it and nobody answers there
    var socket = new Socket();
    open.add(socket);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return socket.getLocalPort();
  }

  /** Where connections are neither taken nor refused: the queue is full and nobody empties it. */
  private int fullPort() throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(server);
    for (int i = 0; i < 4; i++) {
      var socket = new Socket();
      open.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 200);
      } catch (IOException e) {
        // the queue is full
        break;
      }
    }
    return server.getLocalPort();
  }

  private static String on(String name, String route, String kind) {
    return policy(name, "x", kind).replace("t/x", route);
  }

  private static String api(String name, String endpoints, List<String> routes) {
    var api =
        new StringBuilder(
            """
            ---
            apiVersion: entente.io/v1alpha1
            kind: Api
            metadata: {name: %s}
            spec:
              gateways: [edge]
              hosts: ["*"]
              upstream: {endpoints: [%s], connectTimeout: 5s}
              routes:
            """
                .formatted(name, endpoints));
    routes.forEach(
        route -> api.append("    - {name: %s, path: {prefix: /%s}}\n".formatted(route, route)));
    return api.toString();
  }
}
