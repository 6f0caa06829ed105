package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The emitted filters, interpreted, against what the policy means. */
class CorsMeaningTest {

  private static final long SEED = 13;

  @Test
  void answersCarryWhatThePolicyMeansAndPreflightsStayOut() {
    var random = new Random(SEED);
    int preflights = 0;
    for (int round = 0; round < 1_000; round++) {
      // Given
      Policy policy = Policies.of("p", Mode.ENFORCE, RandomTraffic.cors(random));
      var gateway = new CorsInterpreter(RandomPolicies.routeFilters(List.of(policy)));
      var means = List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT));
      String method = random.nextBoolean() ? "OPTIONS" : "GET";
      Map<String, String> request = request(random);
      SortedMap<String, List<String>> upstream = upstream(random);
      Exchange exchange = exchange(method, request);

      // When
      var preflight = gateway.preflight(method, request);
      var answer = gateway.answered(request, upstream);
      Decision decision =
          PolicyEngine.evaluateRequest(means, exchange, new State(1), Instant.EPOCH);
      Decision response =
          PolicyEngine.evaluateResponse(
              means, exchange.answered(new Exchange.Response(200, Headers.of(upstream))));

      // Then
      Optional<SortedMap<String, List<String>>> meant =
          decision instanceof Decision.Reject reject
              ? Optional.of(normal(reject.headers().values()))
              : Optional.empty();
      assertThat(preflight.map(CorsMeaningTest::normal))
          .as("seed %d round %d: %s %s, %s", SEED, round, method, request, policy.spec().kind())
          .isEqualTo(meant);
      assertThat(normal(answer))
          .as("seed %d round %d: %s, %s", SEED, round, request, policy.spec().kind())
          .isEqualTo(normal(((Decision.Pass) response).headers().values()));
      preflights += meant.isPresent() ? 1 : 0;
    }
    assertThat(preflights).isGreaterThan(100);
  }

  private static Map<String, String> request(Random random) {
    var headers = new TreeMap<String, String>();
    if (random.nextInt(4) > 0) {
      headers.put(
          "origin",
          List.of(RandomTraffic.origin(random), "https://evil.example", "null", "")
              .get(random.nextInt(4)));
    }
    if (random.nextBoolean()) {
      headers.put("access-control-request-method", random.nextInt(5) > 0 ? "PUT" : "");
    }
    return headers;
  }

  private static SortedMap<String, List<String>> upstream(Random random) {
    var headers = new TreeMap<String, List<String>>();
    headers.put("x-up", List.of("1"));
    if (random.nextBoolean()) {
      headers.put("access-control-allow-origin", List.of("https://up.example"));
      headers.put("access-control-allow-credentials", List.of("true"));
      headers.put("access-control-expose-headers", List.of("x-up"));
    }
    if (random.nextBoolean()) {
      headers.put("vary", List.of(random.nextBoolean() ? "Accept" : "origin"));
    }
    return headers;
  }

  private static Exchange exchange(String method, Map<String, String> request) {
    var headers = new TreeMap<String, List<String>>();
    request.forEach((name, value) -> headers.put(name, List.of(value)));
    return new Exchange(
        new RouteTarget(CaseRequest.GATEWAY, new ApiName("orders"), new RouteName("all")),
        method,
        "/",
        Headers.of(headers),
        Optional.of("10.0.0.1"),
        Optional.empty());
  }

  /** Varying twice by one header is varying by it. */
  private static SortedMap<String, List<String>> normal(SortedMap<String, List<String>> headers) {
    var normal = new TreeMap<>(headers);
    normal.computeIfPresent(
        "vary",
        (name, values) -> {
          var by = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
          values.forEach(
              value -> Arrays.stream(value.split(",")).map(String::strip).forEach(by::add));
          return by.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        });
    return normal;
  }
}
