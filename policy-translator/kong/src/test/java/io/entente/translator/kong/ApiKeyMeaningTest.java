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
import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Keys on a simulated node, which is held to recordings, against what they mean. */
class ApiKeyMeaningTest {

  private static final long SEED = 20261122;
  private static final Trust TRUST =
      new Trust(Map.of("alice key", "alice", "bob-key", "bob"), Map.of());
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));
  private static final List<List<String>> VALUES =
      List.of(
          List.of(),
          List.of("alice key"),
          List.of("bob-key"),
          List.of("unknown"),
          List.of(""),
          List.of("bob-key", "bob-key"),
          List.of("unknown", "alice key"));
  private static final List<String> ARGUMENTS =
      List.of(
          "",
          "%s=alice+key",
          "%s=alice%%20key",
          "%s=bob-key",
          "%s=unknown",
          "%s=",
          "%s",
          "%s=bob-key&%<s=bob-key",
          "%s&%<s=bob-key");

  /** A request: its keys in the header and in the query, and whether it is a preflight. */
  private record Call(String method, boolean asks, List<String> header, String query) {

    static Call any(String name, Random random) {
      boolean options = random.nextInt(4) == 0;
      String key = ARGUMENTS.get(random.nextInt(ARGUMENTS.size())).formatted(name);
      List<String> others = List.of("", "b=2&a=1", "q=a%20b");
      String other = others.get(random.nextInt(3));
      return new Call(
          options ? "OPTIONS" : "GET",
          options && random.nextBoolean(),
          VALUES.get(random.nextInt(VALUES.size())),
          other.isEmpty() || key.isEmpty() ? key + other : key + "&" + other);
    }
  }

  @Test
  void onlyWhoHasAKeyGetsThroughAndTheUpstreamSeesItOnlyWhereMeant() {
    var random = new Random(SEED);
    int refused = 0;
    int passed = 0;
    int looser = 0;
    try (var kong = new RunningKong()) {
      kong.know("alice", "alice%20key");
      kong.know("bob", "bob-key");
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 60; round++) {
        // Given
        ApiKey rule = RandomAccess.apiKey(random);
        Policy policy = Policies.enforcing("p", rule);
        Translation translation = Worlds.translate(List.of(policy));
        assertThat(translation.refusals()).isEmpty();
        kong.hold(before, translation.objects().values());
        before = translation.objects().values();
        for (int i = 0; i < 15; i++) {
          var call = Call.any(rule.name(), random);
          String about = "seed %d round %d: %s, %s".formatted(SEED, round, rule, call);

          // When
          Decision meant =
              PolicyEngine.evaluateRequest(
                  List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT)),
                  exchange(rule, call),
                  TRUST,
                  new State(1),
                  Instant.EPOCH);
          HttpResponse<String> answer = send(kong, rule, call);

          // Then
          boolean unasked = rule.preflight() == Preflight.PASS && call.method().equals("OPTIONS");
          if (meant instanceof Decision.Reject reject && unasked) {
            // as is stated of preflight: every OPTIONS request passes
            looser++;
            assertThat(reject.status()).as(about).isEqualTo(401);
            assertThat(call.asks()).as(about).isFalse();
            assertThat(answer.statusCode()).as(about).isEqualTo(200);
          } else if (meant instanceof Decision.Reject reject) {
            refused++;
            assertThat(answer.statusCode()).as(about).isEqualTo(reject.status());
            assertThat(answer.headers().allValues("www-authenticate"))
                .as(about)
                .isEqualTo(reject.headers().get("www-authenticate"));
          } else {
            passed++;
            assertThat(answer.statusCode()).as(about).isEqualTo(200);
            assertSeen(rule, call, (Decision.Pass) meant, unasked, kong, about);
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(200);
    assertThat(passed).isGreaterThan(100);
    assertThat(looser).isPositive();
  }

  private static void assertSeen(
      ApiKey rule,
      Call call,
      Decision.Pass meant,
      boolean unasked,
      RunningKong kong,
      String about) {
    List<String> keys = kong.seen().getOrDefault(rule.name(), List.of());
    if (unasked) {
      // as is stated of hideCredential: nothing is taken off what passes unasked
      assertThat(rule.in() == In.HEADER ? keys : call.header()).as(about).isEqualTo(call.header());
      assertThat(kong.seenQuery()).as(about).isEqualTo(call.query());
      return;
    }
    assertThat(kong.seen().getOrDefault("x-consumer-username", List.of()))
        .as(about)
        .isEqualTo(meant.caller().stream().toList());
    if (rule.in() == In.HEADER) {
      assertThat(keys).as(about).isEqualTo(meant.headers().get(rule.name()));
    }
    if (rule.hideCredential()) {
      // as is stated of hideCredential: written anew, without arguments of the name
      var expected = arguments(meant.query());
      expected.remove(rule.name());
      assertThat(arguments(kong.seenQuery())).as(about).isEqualTo(expected);
    } else {
      assertThat(kong.seenQuery()).as(about).isEqualTo(meant.query());
    }
  }

  private static Exchange exchange(ApiKey rule, Call call) {
    var headers = new TreeMap<String, List<String>>();
    if (!call.header().isEmpty() && rule.in() == In.HEADER) {
      headers.put(rule.name(), call.header());
    }
    if (call.asks()) {
      headers.put("origin", List.of("https://a.test"));
      headers.put("access-control-request-method", List.of("GET"));
    }
    return new Exchange(
            ROUTE,
            call.method(),
            "/orders/1",
            new Headers(headers),
            Optional.of("127.0.0.1"),
            Optional.empty())
        .withQuery(call.query());
  }

  private static HttpResponse<String> send(RunningKong kong, ApiKey rule, Call call) {
    var request = kong.request(call.query().isEmpty() ? "" : "?" + call.query());
    if (rule.in() == In.HEADER) {
      call.header().forEach(value -> request.header(rule.name(), value));
    }
    if (call.asks()) {
      request.header("origin", "https://a.test").header("access-control-request-method", "GET");
    }
    return kong.call(request.method(call.method(), BodyPublishers.noBody()).build());
  }

  private static Map<String, String> arguments(String query) {
    var arguments = new TreeMap<String, String>();
    Arrays.stream(query.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .forEach(
            pair -> {
              int end = pair.contains("=") ? pair.indexOf('=') : pair.length();
              arguments.merge(
                  decoded(pair.substring(0, end)), decoded(pair.substring(end)), String::concat);
            });
    return arguments;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
