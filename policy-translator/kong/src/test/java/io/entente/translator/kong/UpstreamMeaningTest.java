package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.upstream.Chance;
import io.entente.engine.upstream.Doing;
import io.entente.engine.upstream.Forwarding;
import io.entente.engine.upstream.Health;
import io.entente.engine.upstream.Outcome;
import io.entente.engine.upstream.Upstream;
import io.entente.json.JsonTree;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.resolution.RouteTarget;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What endpoints do leads through a simulated node, held to recordings of a real one, to the answer
 * that {@code timeout}, {@code retry} and {@code circuitBreaker} mean, within what is stated.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamMeaningTest {

  private static final long SEED = 5;
  private static final Duration LATE = Duration.ofMillis(1_500);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService callers = Executors.newFixedThreadPool(8);
  private ScriptedUpstream upstream;
  private KongNode node;
  private TranslationRequest request;

  @BeforeAll
  void start() throws Exception {
    upstream = new ScriptedUpstream();
    node = KongSimulator.start(Options.defaults());
    request =
        Requests.read(
            """
            apiVersion: entente.io/v1alpha1
            kind: Api
            metadata: {name: t}
            spec:
              gateways: [edge]
              hosts: ["*"]
              upstream: {endpoints: [{host: 127.0.0.1, port: %d}], connectTimeout: 5s}
              routes:
                - {name: silent, path: {prefix: /silent}}
                - {name: tried, path: {prefix: /tried}}
                - {name: plain, path: {prefix: /plain}}
                - {name: sick, path: {prefix: /sick}}
            """
                    .formatted(upstream.port())
                + policy("silent", "timeout: {idle: 500ms}")
                + policy(
                    "tried",
                    "retry: {attempts: 2, on: [reset], perTryTimeout: 500ms, methods: [GET]}")
                + policy("sick", "circuitBreaker: {consecutiveFailures: 3, openFor: 1h}"));
    var translation = new KongTranslator().translate(request);
    assertThat(translation.refusals()).isEmpty();
    for (String kind : List.of("upstreams", "targets", "services", "routes")) {
      for (NativeObject object : translation.objects().values()) {
        if (object.key().kind().equals(kind)) {
          put(object);
        }
      }
    }
  }

  @AfterAll
  void stop() throws Exception {
    callers.shutdownNow();
    node.close();
    upstream.close();
  }

  private record Seen(int status, boolean whole, Duration time) {}

  @Test
  void everyScriptEndsAsMeantButForWhatIsStated() throws Exception {
    // Given
    var random = new Random(SEED);
    var waiting = new ArrayList<Future<String>>();
    for (int round = 0; round < 220; round++) {
      String route = List.of("silent", "tried").get(round % 2);
      String method = random.nextInt(3) == 0 ? "POST" : "GET";
      List<Doing> script =
          List.of(doing(route, random), doing(route, random), doing(route, random));
      Outcome meant = meant(route, method, script, new Health());
      String name = "case-" + round;
      upstream.script(name, script);

      // When
      waiting.add(
          callers.submit(
              () -> {
                Seen seen = call(method, "/" + route, name);
                // stated: what has no answer is 502 here
                int status = meant.status() == 503 ? 502 : meant.status();
                boolean same =
                    seen.status() == status
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
  }

  @Test
  void anEndpointIsLeftAloneAfterAsManyFailuresInARowAsMeant() throws Exception {
    // Given
    var random = new Random(SEED);
    var health = new Health();
    int round = 0;

    // When, then
    while (health.takes("one", Instant.EPOCH)) {
      int status = List.of(200, 502, 503, 504, 500, 404).get(random.nextInt(6));
      var script = List.<Doing>of(Doing.Answers.after(Duration.ZERO, status));
      String name = "sick-" + round++;
      upstream.script(name, script);
      Outcome meant = meant("sick", "GET", script, health);
      assertThat(call("GET", "/sick", name).status()).isEqualTo(meant.status());
      assertThat(upstream.attempts(name)).as("round %d", round).isEqualTo(1);
    }
    assertThat(round).isGreaterThan(3);
    upstream.script("alone", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    assertThat(call("GET", "/sick", "alone").status()).isEqualTo(503);
    assertThat(upstream.attempts("alone")).isZero();
    assertThat(call("GET", "/plain", "alone").status()).as("another route").isEqualTo(200);
  }

  /** With retry no long silence within an answer: it ends one, as is stated. */
  private static Doing doing(String route, Random random) {
    Duration soon = Duration.ofMillis(random.nextBoolean() ? 0 : 100);
    Duration late = Duration.ofMillis(1_300);
    return switch (random.nextInt(7)) {
      case 0, 1 -> Doing.Answers.after(soon, 200);
      case 2 -> Doing.Answers.after(soon, 500);
      case 3 -> Doing.Answers.after(late, 200);
      case 4 -> new Doing.Mute(Duration.ZERO, Optional.of(soon), false);
      case 5 -> new Doing.Mute(Duration.ZERO, Optional.empty(), false);
      default ->
          new Doing.Answers(
              Duration.ZERO,
              soon,
              200,
              List.of(soon, route.equals("silent") && random.nextBoolean() ? late : soon),
              false);
    };
  }

  private Outcome meant(String route, String method, List<Doing> script, Health health) {
    var target = new RouteTarget(CaseRequest.GATEWAY, new ApiName("t"), new RouteName(route));
    return Forwarding.of(
        request.effective(target), method, of(script), health, new First(), Instant.EPOCH);
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

  private static final class First implements Chance {
    @Override
    public String endpoint(List<String> endpoints) {
      return endpoints.get(0);
    }

    @Override
    public Duration wait(Duration bound) {
      return Duration.ZERO;
    }
  }

  private Seen call(String method, String path, String name) throws Exception {
    var asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.proxyPort() + path))
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

  private void put(NativeObject object) throws Exception {
    var body = new TreeMap<>(((Node.Obj) root(object)).fields());
    String path = object.key().kind() + "/" + object.key().nativeId();
    if (object.key().kind().equals("targets")) {
      String id = Recorded.text(Recorded.field(Recorded.field(root(object), "upstream"), "id"));
      path = "upstreams/" + id + "/" + path;
      body.remove("upstream");
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.adminPort() + "/" + path))
                .header("content-type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JsonTree.write(Node.obj(body))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(200);
  }

  private static Node root(NativeObject object) {
    return ((Content.Tree) object.content()).root();
  }

  private static String policy(String route, String kind) {
    return """
        ---
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %s}
        spec:
          targetRefs: [{kind: Route, name: t/%s}]
          %s
        """
        .formatted(route, route, kind);
  }
}
