package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One node, one request after the other: what goes out limits as meant, within the stated bounds.
 */
class RateLimitMeaningTest {

  private static final long SEED = 20261121;
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** A request: when, from where, with which headers. */
  private record Call(long second, String address, Map<String, String> headers) {}

  @Test
  void eachCallerHasItsOwnCountAndNeverMoreThanTwiceTheLimitInAWindow() {
    var random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      // Given
      RateLimit limit = limit(random, RandomPolicies.key(random));
      RateLimitInterpreter kong = kong(List.of(Policies.enforcing("p", limit)));
      var taken = new HashMap<String, List<Long>>();
      for (Call call : calls(random)) {
        String caller = caller(limit, call);

        // When
        boolean passes =
            kong.takes(call.second(), Worlds.ROUTE, Worlds.SERVICE, call.address(), call.headers());

        // Then
        var before = taken.computeIfAbsent(caller, key -> new ArrayList<>());
        long window = limit.window().toSeconds();
        long recent = before.stream().filter(s -> s > call.second() - window).count();
        long sameWindow = before.stream().filter(s -> s / window == call.second() / window).count();
        assertThat(passes)
            .as("seed %d round %d: %s, %s, %d recent", SEED, round, limit, call, recent)
            .isEqualTo(sameWindow < limit.requests());
        if (passes) {
          before.add(call.second());
          assertThat(recent + 1).isLessThanOrEqualTo(2 * limit.requests());
        } else {
          // never stricter than meant: whoever is refused is over the limit as meant too
          assertThat(recent).isGreaterThanOrEqualTo(limit.requests());
        }
      }
    }
  }

  @Test
  void severalLimitsOfOneKeyHoldTogether() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      // Given
      LimitKey key = RandomPolicies.key(random);
      List<RateLimit> limits = List.of(limit(random, key), limit(random, key), limit(random, key));
      var policies = new ArrayList<Policy>();
      for (int i = 0; i < limits.size(); i++) {
        policies.add(Policies.enforcing("p" + i, limits.get(i)));
      }
      RateLimitInterpreter together = kong(policies);
      var taken = new HashMap<String, List<Long>>();
      for (Call call : calls(random)) {
        // When
        boolean passes =
            together.takes(
                call.second(), Worlds.ROUTE, Worlds.SERVICE, call.address(), call.headers());

        // Then a request passes exactly when each limit alone, having seen the same, lets it
        var before = taken.computeIfAbsent(caller(limits.get(0), call), k -> new ArrayList<>());
        boolean each =
            limits.stream()
                .allMatch(
                    limit ->
                        before.stream().filter(s -> sameWindow(limit, s, call.second())).count()
                            < limit.requests());
        assertThat(passes).as("seed %d round %d: %s", SEED, round, limits).isEqualTo(each);
        if (passes) {
          before.add(call.second());
        }
      }
    }
  }

  private static boolean sameWindow(RateLimit limit, long one, long other) {
    return one / limit.window().toSeconds() == other / limit.window().toSeconds();
  }

  private static RateLimit limit(Random random, LimitKey key) {
    return new RateLimit(
        1 + random.nextInt(5), WINDOWS.get(random.nextInt(2)), key, OnMissingKey.IP);
  }

  private static RateLimitInterpreter kong(List<Policy> policies) {
    Translation translation = Worlds.translate(policies);
    assertThat(translation.refusals()).isEmpty();
    Node plugin =
        ((Content.Tree) translation.objects().values().iterator().next().content()).root();
    return new RateLimitInterpreter(Recorded.field(plugin, "config"));
  }

  private static List<Call> calls(Random random) {
    var calls = new ArrayList<Call>();
    long second = 1_000_000 + random.nextInt(60);
    for (int i = 0; i < 60; i++) {
      second += random.nextInt(4) == 0 ? random.nextInt(40) : 0;
      Map<String, String> headers =
          random.nextInt(3) == 0
              ? Map.of()
              : Map.of("x-client-" + random.nextInt(3), "v" + random.nextInt(2));
      calls.add(new Call(second, "10.0.0." + random.nextInt(2), headers));
    }
    return calls;
  }

  /** Who is counted apart, by the meaning of the policy. */
  private static String caller(RateLimit limit, Call call) {
    if (limit.key() instanceof LimitKey.Route) {
      return "everybody";
    }
    if (limit.key() instanceof LimitKey.Header header
        && call.headers().containsKey(header.name())) {
      return "header " + call.headers().get(header.name());
    }
    return "address " + call.address();
  }
}
