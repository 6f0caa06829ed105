package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RateLimit;
import io.entente.translator.envoy.LocalRateLimitInterpreter.Request;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The emitted buckets against what the limit means, within the bounds the report states. */
class RateLimitMeaningTest {

  private static final long SEED = 42;

  @Test
  void neverAcceptsMoreThanTwiceTheLimitInAWindowAndNeverRefusesWhatTheLimitAllows() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      // Given
      RateLimit limit = RandomPolicies.rateLimit(random);
      var gateway = new LocalRateLimitInterpreter(emitted(limit));
      long window = limit.window().toMillis();
      Map<String, List<Long>> accepted = new HashMap<>();
      long now = 0;
      for (int i = 0; i < 600; i++) {
        now += (long) (-Math.log(1 - random.nextDouble()) * window / limit.requests() / 2);
        if (random.nextInt(200) == 0) {
          now += window;
        }
        Request request = request(random, limit);

        // When
        boolean allowed = gateway.allows(request, now);

        // Then
        String key = key(limit, request);
        List<Long> before = accepted.computeIfAbsent(key, k -> new ArrayList<>());
        long instant = now;
        long inWindow = before.stream().filter(t -> t > instant - window).count();
        if (key.equals("denied")) {
          assertThat(allowed).as("seed %d round %d: %s", SEED, round, limit).isFalse();
        } else if (inWindow < limit.requests()) {
          assertThat(allowed).as("seed %d round %d: %s", SEED, round, limit).isTrue();
        }
        if (allowed) {
          before.add(now);
          assertThat(inWindow + 1)
              .as("seed %d round %d: %s", SEED, round, limit)
              .isLessThanOrEqualTo(2 * limit.requests());
        }
      }
    }
  }

  @Test
  void theStatedBurstIsReached() {
    // Given
    var limit =
        new RateLimit(100, Duration.ofMinutes(1), new LimitKey.Route(), OnMissingKey.SHARED);
    var gateway = new LocalRateLimitInterpreter(emitted(limit));
    var request = new Request("10.0.0.1", Map.of());

    // When
    int accepted = 0;
    for (long now = 0; now < 60_000; now += 100) {
      accepted += gateway.allows(request, now) ? 1 : 0;
    }

    // Then
    assertThat(accepted).isBetween(195, 200);
  }

  private static Node emitted(RateLimit limit) {
    return RandomPolicies.routeFilter(
            List.of(Policies.of("p", Mode.ENFORCE, limit)), FilterNames.rateLimit(1))
        .orElseThrow();
  }

  private static Request request(Random random, RateLimit limit) {
    var headers = new HashMap<String, String>();
    if (limit.key() instanceof LimitKey.Header header && random.nextInt(3) > 0) {
      // a header without text is a value of its own
      headers.put(header.name(), List.of("caller-0", "caller-1", "").get(random.nextInt(3)));
    }
    return new Request("10.0.0." + random.nextInt(2), headers);
  }

  private static String key(RateLimit limit, Request request) {
    if (limit.key() instanceof LimitKey.Route) {
      return "all";
    }
    if (limit.key() instanceof LimitKey.ClientIp) {
      return "ip " + request.address();
    }
    String value = request.headers().get(((LimitKey.Header) limit.key()).name());
    if (value != null) {
      return "header " + value;
    }
    return switch (limit.onMissingKey()) {
      case DENY -> "denied";
      case IP -> "ip " + request.address();
      case SHARED -> "shared";
    };
  }
}
