package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.upstream.Doing;
import io.entente.engine.upstream.Forwarding;
import io.entente.engine.upstream.Health;
import io.entente.engine.upstream.Outcome;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.resolution.RouteTarget;
import io.entente.testkit.upstream.Played;
import io.entente.testkit.upstream.ScriptedUpstream;
import io.entente.testkit.upstream.Seen;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
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

  private final ExecutorService callers = Executors.newFixedThreadPool(24);
  private ScriptedUpstream upstream;
  private ServedKong node;
  private TranslationRequest request;

  @BeforeAll
  void start() throws Exception {
    upstream = new ScriptedUpstream();
    node = new ServedKong();
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
    var objects = new TreeMap<ObjectKey, Node.Obj>();
    translation
        .objects()
        .forEach(
            (key, object) -> objects.put(key, (Node.Obj) ((Content.Tree) object.content()).root()));
    assertThat(node.hold(objects)).isEmpty();
  }

  @AfterAll
  void stop() throws Exception {
    callers.shutdownNow();
    node.close();
    upstream.close();
  }

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
                Seen seen = Seen.of(node.port(), method, "/" + route, name);
                // stated: what has no answer is 502 here
                return seen.endedAs(meant, meant.status() == 503 ? 502 : meant.status())
                        && upstream.attempts(name) == meant.tried().size()
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
      assertThat(Seen.of(node.port(), "GET", "/sick", name).status()).isEqualTo(meant.status());
      assertThat(upstream.attempts(name)).as("round %d", round).isEqualTo(1);
    }
    assertThat(round).isGreaterThan(3);
    upstream.script("alone", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    assertThat(Seen.of(node.port(), "GET", "/sick", "alone").status()).isEqualTo(503);
    assertThat(upstream.attempts("alone")).isZero();
    assertThat(Seen.of(node.port(), "GET", "/plain", "alone").status())
        .as("another route")
        .isEqualTo(200);
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
        request.effective(target),
        method,
        Played.of(script),
        health,
        Played.chance(0),
        Instant.EPOCH);
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
