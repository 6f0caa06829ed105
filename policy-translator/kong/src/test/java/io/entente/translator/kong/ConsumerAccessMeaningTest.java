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
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.BasicAuth;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.RequestSize;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Groups on a simulated node, which is held to recordings, against what they mean. */
class ConsumerAccessMeaningTest {

  private static final long SEED = 20261122;
  private static final int LARGEST = 10;
  static final Map<String, List<String>> GROUPS =
      Map.of(
          "alice", List.of("gold", "staff"),
          "bob", List.of("staff"),
          "carol", List.of("gold", "left"),
          "dave", List.of("trial/1"));
  private static final Trust TRUST =
      new Trust(
          Map.of("ka", "alice", "kb", "bob", "kc", "carol", "kd", "dave", "ke", "erin"),
          Map.of(),
          Map.of("bob:pw", "bob", "carol:pw", "carol"),
          Map.of(),
          GROUPS);
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));

  private record Call(String method, Map<String, String> headers, int bytes) {

    static Call any(Random random) {
      var headers = new TreeMap<String, String>();
      headers.put("x-consumer-groups", "gold, staff");
      if (random.nextInt(8) > 0) {
        headers.put(
            "x-api-key", List.of("ka", "kb", "kc", "kd", "ke", "k?").get(random.nextInt(6)));
      }
      if (random.nextInt(8) > 0) {
        String pair = List.of("bob:pw", "carol:pw", "carol:?").get(random.nextInt(3));
        headers.put(
            "authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes()));
      }
      boolean options = random.nextInt(5) == 0;
      if (options && random.nextBoolean()) {
        headers.put("origin", "https://a.test");
        headers.put("access-control-request-method", "GET");
      }
      return new Call(options ? "OPTIONS" : "POST", headers, random.nextInt(6) == 0 ? 20 : 0);
    }
  }

  @Test
  void whoIsInNoGroupThatMayGoOnDoesNot() {
    var random = new Random(SEED);
    var outcomes = new TreeMap<String, Integer>();
    try (var kong = new RunningKong()) {
      TRUST
          .callersByApiKey()
          .forEach(
              (key, consumer) -> {
                kong.know(consumer, key);
                GROUPS.getOrDefault(consumer, List.of()).forEach(g -> kong.joins(consumer, g));
              });
      kong.know("bob", "bob", "pw");
      kong.know("carol", "carol", "pw");
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 30; round++) {
        // Given
        List<Policy> policies = policies(random);
        Translation translation = Worlds.translate(policies);
        assertThat(translation.refusals()).isEmpty();
        kong.hold(before, translation.objects().values());
        before = translation.objects().values();
        for (int i = 0; i < 15; i++) {
          Call call = Call.any(random);
          String about = "seed %d round %d: %s, %s".formatted(SEED, round, policies, call);

          // When
          Decision meant = meant(policies, call);
          int status = send(kong, call).statusCode();

          // Then
          String outcome = meant instanceof Decision.Reject reject ? reject.rule() : "pass";
          outcomes.merge(outcome + " " + status, 1, Integer::sum);
          if (call.method().equals("OPTIONS") && unasked(policies)) {
            // as is stated: who is not asked is no consumer
            assertThat(status).as(about).isIn(401, 413);
          } else if (meant instanceof Decision.Reject reject) {
            boolean unknown = reject.rule().equals("consumerAccess.onUnknown");
            boolean later = reject.status() == 403 && call.bytes() > LARGEST && sized(policies);
            assertThat(status).as(about).isEqualTo(later ? 413 : unknown ? 401 : reject.status());
          } else {
            assertThat(status).as(about).isEqualTo(200);
            String caller = ((Decision.Pass) meant).caller().orElseThrow();
            if (GROUPS.containsKey(caller)) {
              List<String> told = List.of(kong.seen().get("x-consumer-groups").get(0).split(", "));
              assertThat(told).as(about).containsExactlyInAnyOrderElementsOf(GROUPS.get(caller));
            }
          }
        }
      }
    }
    assertThat(outcomes)
        .containsKeys(
            "pass 200",
            "consumerAccess.allow 403",
            "consumerAccess.deny 403",
            "consumerAccess.onUnknown 401",
            "consumerAccess.deny 413",
            "requestSize.maxBytes 413",
            "apiKey.credentials 401");
    assertThat(outcomes.get("pass 200")).isGreaterThan(50);
    assertThat(outcomes.get("consumerAccess.allow 403")).isGreaterThan(20);
    assertThat(outcomes.get("consumerAccess.deny 403")).isGreaterThan(10);
  }

  /** Rules that Kong can hold, behind a key, a password, both or neither. */
  private static List<Policy> policies(Random random) {
    var policies = new ArrayList<Policy>();
    policies.add(Policies.enforcing("who", rule(random)));
    boolean password = random.nextInt(3) == 0;
    if (random.nextInt(3) > 0) {
      policies.add(
          Policies.enforcing(
              "key",
              new ApiKey(
                  ApiKey.In.HEADER,
                  "x-api-key",
                  true,
                  random.nextInt(3) > 0 || password ? Preflight.CHECK : Preflight.PASS,
                  Credentials.VENDOR)));
    }
    if (password) {
      policies.add(
          Policies.enforcing(
              "basic", new BasicAuth("api", true, Preflight.CHECK, Credentials.VENDOR)));
    }
    if (random.nextInt(3) == 0) {
      policies.add(Policies.enforcing("size", new RequestSize(LARGEST)));
    }
    return policies;
  }

  /** One that Kong can hold. */
  static ConsumerAccess rule(Random random) {
    ConsumerAccess any = RandomAccess.consumerAccess(random);
    while (!any.allow().consumers().isEmpty()
        || !any.deny().consumers().isEmpty()
        || any.allow().groups().isEmpty() == any.deny().groups().isEmpty()) {
      any = RandomAccess.consumerAccess(random);
    }
    return new ConsumerAccess(any.allow(), any.deny(), OnUnknown.DENY);
  }

  private static boolean unasked(List<Policy> policies) {
    return policies.stream()
        .anyMatch(p -> p.spec().kind() instanceof ApiKey key && key.preflight() == Preflight.PASS);
  }

  private static boolean sized(List<Policy> policies) {
    return policies.stream().anyMatch(p -> p.spec().kind() instanceof RequestSize);
  }

  private static Decision meant(List<Policy> policies, Call call) {
    var headers = new TreeMap<String, List<String>>();
    call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return PolicyEngine.evaluateRequest(
        policies.stream().map(p -> new EffectivePolicy(p, TargetRef.Kind.TENANT)).toList(),
        new Exchange(
            ROUTE,
            call.method(),
            "/orders/1",
            new Headers(headers),
            call.bytes(),
            Optional.of("127.0.0.1"),
            Optional.empty()),
        TRUST,
        new State(1),
        Instant.EPOCH);
  }

  private static HttpResponse<String> send(RunningKong kong, Call call) {
    var request = kong.request();
    call.headers().forEach(request::header);
    return kong.call(
        request.method(call.method(), BodyPublishers.ofByteArray(new byte[call.bytes()])).build());
  }
}
