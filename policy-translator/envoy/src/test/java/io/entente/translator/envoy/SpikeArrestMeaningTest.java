package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.LimitKey;
import io.entente.policy.Policy;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.envoy.LocalRateLimitInterpreter.Request;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The emitted bucket, interpreted, against what the flow means: the same on every exchange. */
class SpikeArrestMeaningTest {

  private static final long SEED = 43;
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("orders"), new RouteName("all"));

  @Test
  void everyRequestIsJudgedAsMeant() {
    var random = new Random(SEED);
    int refused = 0;
    for (int round = 0; round < 200; round++) {
      // Given
      var arrest = (SpikeArrest) RandomPolicies.apiKind(5, random);
      Policy policy = Policies.enforcing("p", arrest);
      var means = List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT));
      var gateway =
          new LocalRateLimitInterpreter(
              RandomPolicies.routeFilter(List.of(policy), FilterNames.spikeArrest(1))
                  .orElseThrow());
      var state = new State(1_000);
      double interval = arrest.per().length().toMillis() / (double) arrest.rate();
      long now = 0;
      for (int i = 0; i < 300; i++) {
        now += (long) (random.nextDouble() * interval * (random.nextInt(50) == 0 ? 40 : 1.2));
        Request request = request(random, arrest);

        // When
        boolean allowed = gateway.allows(request, now);
        Decision meant =
            PolicyEngine.evaluateRequest(
                means, exchange(request), state, Instant.ofEpochMilli(now));

        // Then
        assertThat(allowed)
            .as("seed %d round %d request %d at %d ms: %s", SEED, round, i, now, arrest)
            .isEqualTo(meant instanceof Decision.Pass);
        refused += allowed ? 0 : 1;
      }
    }
    assertThat(refused).isBetween(5_000, 55_000);
  }

  private static Exchange exchange(Request request) {
    var headers = new TreeMap<String, List<String>>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new Exchange(
        ROUTE, "GET", "/", Headers.of(headers), Optional.of(request.address()), Optional.empty());
  }

  private static Request request(Random random, SpikeArrest arrest) {
    Map<String, String> headers = new HashMap<>();
    if (arrest.key() instanceof LimitKey.Header header && random.nextInt(3) > 0) {
      // a header without text is a value of its own
      headers.put(header.name(), List.of("caller-0", "caller-1", "").get(random.nextInt(3)));
    }
    return new Request("10.0.0." + random.nextInt(2), headers);
  }
}
