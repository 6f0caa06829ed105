package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.engine.Trust;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.ApiKey;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two consumers and callers nobody knows, on a simulated node, against what is meant for each. */
class ConsumersMeaningTest {

  private static final long SEED = 20261123;
  private static final String BOB = "0c000000-0000-4000-8000-000000000002";
  private static final Trust TRUST = new Trust(Map.of("key-a", "alice", "key-b", "bob"), Map.of());
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));
  private static final Policy KEYS =
      Policies.enforcing(
          "keys",
          new ApiKey(ApiKey.In.HEADER, "x-key", true, Preflight.PASS, ApiKey.Credentials.VENDOR));

  /** A request: a key, none where it is empty, and how long its body is. */
  private record Call(String key, int bytes) {

    static Call any(Random random) {
      return new Call(
          List.of("key-a", "key-a", "key-b", "key-b", "unknown", "").get(random.nextInt(6)),
          List.of(0, 5, 50, 500).get(random.nextInt(4)));
    }

    Exchange exchange() {
      Map<String, List<String>> headers = key.isEmpty() ? Map.of() : Map.of("x-key", List.of(key));
      return new Exchange(
          ROUTE,
          "POST",
          "/orders/1",
          Headers.of(headers),
          bytes,
          Optional.of("127.0.0.1"),
          Optional.empty());
    }
  }

  @Test
  void eachCallerMeetsWhatIsMeantForIt() {
    eachCallerMeetsWhatIsMeantForIt(15);
  }

  @Test
  @Tag("long")
  void eachCallerMeetsWhatIsMeantForItManyTimes() {
    eachCallerMeetsWhatIsMeantForIt(100);
  }

  private static void eachCallerMeetsWhatIsMeantForIt(int rounds) {
    var random = new Random(SEED);
    var outcomes = new TreeMap<String, Integer>();
    int apart = 0;
    for (int round = 0; round < rounds; round++) {
      // Given
      List<Policy> policies = policies(random);
      TranslationRequest request = Worlds.request(estate(), policies);
      var translation = new KongTranslator().translate(request);
      assertThat(translation.refusals()).isEmpty();
      RouteResolution resolution = request.resolution(ROUTE);
      apart += resolution.callers().size();
      var state = new State(1_000);
      try (var kong = running(translation.objects().values())) {
        for (int i = 0; i < 16; i++) {
          var call = Call.any(random);
          String about = "seed %d round %d call %d %s".formatted(SEED, round, i, call);

          // When
          Meant meant = Meant.of(resolution, call, state);
          HttpResponse<String> answer = send(kong, call);

          // Then
          assertThat(answer.statusCode()).as(about).isEqualTo(meant.status());
          assertThat(answer.headers().allValues("x-who")).as(about).isEqualTo(meant.who());
          if (meant.status() == 200) {
            assertThat(kong.seen().getOrDefault("x-tier", List.of()))
                .as(about)
                .isEqualTo(meant.tier());
          }
          outcomes.merge(meant.status() + " " + meant.tier(), 1, Integer::sum);
        }
      }
    }
    assertThat(apart).as("sets of callers").isGreaterThan(rounds);
    assertThat(outcomes.keySet()).as("%s", outcomes).hasSizeGreaterThan(6);
    assertThat(outcomes.keySet()).anyMatch(each -> each.startsWith("429"));
    assertThat(outcomes.keySet()).anyMatch(each -> each.startsWith("413"));
  }

  @Test
  void aLimitForTwoIsCountedForEachAndNeverForAnybodyElse() {
    // Given
    Policy two = Policies.forConsumers("two", limit(3), "alice", "bob");
    var translation = Worlds.translate(estate(), List.of(KEYS, two));

    try (var kong = running(translation.objects().values())) {
      // When
      int alice = passed(kong, "key-a");
      int bob = passed(kong, "key-b");

      // Then: as is stated of key
      assertThat(alice).isEqualTo(3);
      assertThat(bob).isEqualTo(3);
      assertThat(
              translation.fidelity().entries().stream()
                  .flatMap(entry -> entry.fields().stream())
                  .flatMap(field -> field.deviations().stream())
                  .filter(deviation -> deviation.code().equals("counted-apart"))
                  .map(deviation -> deviation.bound()))
          .containsExactly(
              "2 x 3 requests in 86400 s, one count for each consumer, instead of 3 for all together");
    }
  }

  /** What is meant of an exchange, as far as it is looked at. */
  private record Meant(int status, List<String> who, List<String> tier) {

    static Meant of(RouteResolution resolution, Call call, State state) {
      Exchange exchange = call.exchange();
      List<EffectivePolicy> inForce =
          PolicyEngine.inForce(resolution, exchange, TRUST, state, Instant.EPOCH);
      Decision asked = PolicyEngine.evaluateRequest(inForce, exchange, TRUST, state, Instant.EPOCH);
      int status = asked instanceof Decision.Reject reject ? reject.status() : 200;
      Headers said = asked instanceof Decision.Reject reject ? reject.headers() : Headers.none();
      var answered =
          (Decision.Pass)
              PolicyEngine.evaluateResponse(
                  inForce, exchange.answered(new Exchange.Response(status, said)));
      return new Meant(
          status,
          answered.headers().get("x-who"),
          asked instanceof Decision.Pass pass ? pass.headers().get("x-tier") : List.of());
    }
  }

  private static List<Policy> policies(Random random) {
    var policies = new ArrayList<>(List.of(KEYS));
    if (random.nextBoolean()) {
      policies.add(Policies.enforcing("general", edits("everybody")));
    }
    if (random.nextInt(4) > 0) {
      policies.add(Policies.forConsumers("some", edits("some"), any(random)));
    }
    if (random.nextBoolean()) {
      policies.add(
          Policies.forConsumers(
              "stamp",
              new HeaderTransform(List.of(new Edit.Append("x-tier", "stamp")), List.of()),
              any(random)));
    }
    if (random.nextBoolean()) {
      policies.add(Policies.enforcing("size", new RequestSize(100)));
    }
    if (random.nextBoolean()) {
      int most = random.nextBoolean() ? 10 : 1_000;
      policies.add(Policies.forConsumers("size-of-some", new RequestSize(most), any(random)));
    }
    if (random.nextInt(4) > 0) {
      policies.add(
          Policies.forConsumers(
              "limit", limit(1 + random.nextInt(4)), random.nextBoolean() ? "alice" : "bob"));
    }
    return policies;
  }

  private static String[] any(Random random) {
    return List.of(
            new String[] {"alice"},
            new String[] {"bob"},
            new String[] {"alice", "bob"},
            new String[] {"bob", "ghost"})
        .get(random.nextInt(4));
  }

  private static PolicyKind edits(String who) {
    return new HeaderTransform(
        List.of(new Edit.Set("x-tier", who)), List.of(new Edit.Set("x-who", who)));
  }

  private static RateLimit limit(long requests) {
    return new RateLimit(requests, Duration.ofDays(1), new LimitKey.Route(), OnMissingKey.DENY);
  }

  private static int passed(RunningKong kong, String key) {
    int passed = 0;
    for (int i = 0; i < 6; i++) {
      passed += send(kong, new Call(key, 0)).statusCode() == 200 ? 1 : 0;
    }
    return passed;
  }

  private static RunningKong running(Collection<NativeObject> objects) {
    var kong = new RunningKong();
    kong.know(Worlds.ALICE, "alice", new RunningKong.ApiKeyCredential("key-a"));
    kong.know(BOB, "bob", new RunningKong.ApiKeyCredential("key-b"));
    kong.hold(List.of(), objects);
    return kong;
  }

  private static HttpResponse<String> send(RunningKong kong, Call call) {
    var request = kong.request().POST(BodyPublishers.ofString("z".repeat(call.bytes())));
    if (!call.key().isEmpty()) {
      request.header("x-key", call.key());
    }
    return kong.call(request.build());
  }

  private static SortedMap<ObjectKey, NativeObject> estate() {
    var estate = new TreeMap<>(Worlds.estate(""));
    estate.putAll(
        Requests.entities(
            Node.obj(
                Map.of(
                    "consumers",
                    Node.arr(
                        List.of(
                            Node.obj(
                                Map.of("id", Node.text(BOB), "username", Node.text("bob")))))))));
    return estate;
  }
}
