package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.limit;
import static io.entente.engine.Fixtures.policy;
import static io.entente.engine.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimitMeaningTest {

  private final State state = new State(1_000);

  private boolean passes(EffectivePolicy policy, Exchange exchange, Instant now) {
    return PolicyEngine.evaluateRequest(List.of(policy), exchange, state, now) instanceof Pass;
  }

  @Test
  void neverAcceptsMoreThanTheLimitInAnyWindowAndNeverRefusesWithRoomLeft() {
    for (long seed = 0; seed < 300; seed++) {
      // Given
      var random = new Random(seed);
      int requests = 1 + random.nextInt(6);
      int seconds = 1 + random.nextInt(5);
      var policies = List.of(policy("p", limit(requests, seconds)));
      var fresh = new State(1_000);
      var accepted = new ArrayList<Instant>();
      Instant now = START;
      for (int i = 0; i < 300; i++) {
        now = now.plusMillis(step(random, seconds));
        Instant edge = now.minusSeconds(seconds);
        long before = accepted.stream().filter(at -> at.isAfter(edge)).count();

        // When
        var decision = PolicyEngine.evaluateRequest(policies, request(), fresh, now);

        // Then
        assertThat(decision instanceof Pass)
            .as("seed %d, request %d, %d in the window", seed, i, before)
            .isEqualTo(before < requests);
        if (decision instanceof Pass) {
          accepted.add(now);
        }
      }
    }
  }

  /** Bursts, gaps around one window, and long silence. */
  private static long step(Random random, int seconds) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(100);
      case 2 -> seconds * 1_000L / (1 + random.nextInt(4));
      default -> random.nextInt(seconds * 2_000);
    };
  }

  @Test
  void acceptsAgainExactlyAfterTheTimeItNames() {
    for (long seed = 0; seed < 200; seed++) {
      // Given
      var random = new Random(seed);
      var policies = List.of(policy("p", limit(3, 10)));
      var fresh = new State(100);
      Instant now = START;
      Decision last = PolicyEngine.evaluateRequest(policies, request(), fresh, now);
      while (last instanceof Pass) {
        now = now.plusMillis(random.nextInt(2_000));
        last = PolicyEngine.evaluateRequest(policies, request(), fresh, now);
      }
      Reject reject = (Reject) last;
      long wait = Long.parseLong(reject.headers().get("Retry-After").get(0));

      // When
      var early =
          PolicyEngine.evaluateRequest(
              policies, request(), fresh, now.plusSeconds(wait - 1).minusNanos(1));
      var then = PolicyEngine.evaluateRequest(policies, request(), fresh, now.plusSeconds(wait));

      // Then
      assertThat(reject.status()).isEqualTo(429);
      assertThat(reject.rule()).isEqualTo("rateLimit.requests");
      assertThat(early).as("seed %d", seed).isInstanceOf(Reject.class);
      assertThat(then).as("seed %d", seed).isInstanceOf(Pass.class);
    }
  }

  @Test
  void acceptsNoMoreWhenTheClockIsSetBack() {
    // Given
    var policy = policy("p", limit(1, 10));
    passes(policy, request(), START);

    // When
    boolean earlier = passes(policy, request(), START.minusSeconds(3_600));

    // Then
    assertThat(earlier).isFalse();
  }

  @Test
  void countsEachCallerApart() {
    // Given
    var byHeader = policy("p", limit(1, 10, new LimitKey.Header("x-team"), OnMissingKey.DENY));
    var byAddress = policy("q", limit(1, 10, new LimitKey.ClientIp(), OnMissingKey.DENY));

    // When // Then
    assertThat(passes(byHeader, from("", Map.of("X-Team", List.of("a"))), START)).isTrue();
    assertThat(passes(byHeader, from("", Map.of("x-team", List.of("b"))), START)).isTrue();
    assertThat(passes(byHeader, from("", Map.of("x-team", List.of("a"))), START)).isFalse();
    assertThat(passes(byAddress, from("10.0.0.1", Map.of()), START)).isTrue();
    assertThat(passes(byAddress, from("10.0.0.2", Map.of()), START)).isTrue();
    assertThat(passes(byAddress, from("10.0.0.1", Map.of()), START)).isFalse();
  }

  @Test
  void doesWhatIsSaidAboutRequestsWithoutKey() {
    // Given
    var key = new LimitKey.Header("x-team");
    var deny = policy("deny", limit(1, 10, key, OnMissingKey.DENY));
    var ip = policy("ip", limit(1, 10, key, OnMissingKey.IP));
    var shared = policy("shared", limit(1, 10, key, OnMissingKey.SHARED));

    // When
    var refused = PolicyEngine.evaluateRequest(List.of(deny), request(), state, START);

    // Then
    assertThat(refused).isInstanceOf(Reject.class);
    assertThat(((Reject) refused).rule()).isEqualTo("rateLimit.onMissingKey");
    assertThat(((Reject) refused).headers()).isEqualTo(Headers.none());
    assertThat(passes(ip, from("10.0.0.1", Map.of()), START)).isTrue();
    assertThat(passes(ip, from("10.0.0.2", Map.of()), START)).isTrue();
    assertThat(passes(ip, from("10.0.0.1", Map.of()), START)).isFalse();
    assertThat(passes(ip, from("", Map.of()), START)).isFalse();
    assertThat(passes(ip, from("", Map.of("x-team", List.of("10.0.0.1"))), START)).isTrue();
    assertThat(passes(shared, from("10.0.0.1", Map.of()), START)).isTrue();
    assertThat(passes(shared, from("10.0.0.2", Map.of()), START)).isFalse();
  }

  @Test
  void aHeaderWithoutTextIsAValueOfItsOwn() {
    // Given
    var key = new LimitKey.Header("x-team");
    var deny = policy("deny", limit(1, 10, key, OnMissingKey.DENY));
    var shared = policy("shared", limit(1, 10, key, OnMissingKey.SHARED));
    var empty = from("10.0.0.1", Map.of("x-team", List.of("")));

    // When // Then
    assertThat(passes(deny, empty, START)).isTrue();
    assertThat(passes(deny, empty, START)).isFalse();
    assertThat(passes(shared, from("10.0.0.1", Map.of()), START)).isTrue();
    assertThat(passes(shared, empty, START)).isTrue();
    assertThat(passes(shared, empty, START)).isFalse();
  }

  @Test
  void aRequestOneLimitRefusesCountsAgainstNone() {
    // Given
    var tight = policy("tight", limit(1, 1));
    var wide = policy("wide", limit(2, 100));
    var both = List.of(wide, tight);
    PolicyEngine.evaluateRequest(both, request(), state, START);
    PolicyEngine.evaluateRequest(both, request(), state, START);

    // When
    var later = PolicyEngine.evaluateRequest(both, request(), state, START.plusSeconds(1));

    // Then
    assertThat(later).isInstanceOf(Pass.class);
  }

  @Test
  void anObservedLimitReportsAndLetsPass() {
    // Given
    var observed = policy("p", limit(1, 10), Mode.OBSERVE, OnError.DENY);
    PolicyEngine.evaluateRequest(List.of(observed), request(), state, START);

    // When
    var decision = PolicyEngine.evaluateRequest(List.of(observed), request(), state, START);

    // Then
    assertThat(decision)
        .isEqualTo(
            new Pass(
                Headers.none(),
                List.of(new Decision.Observed(observed.policy().id(), "rateLimit.requests"))));
  }

  @Test
  void aFullStateDoesWhatOnErrorSaysUntilSomethingExpires() {
    // Given
    var deny = policy("p", limit(5, 10, new LimitKey.ClientIp(), OnMissingKey.DENY));
    var allow =
        policy(
            "q",
            limit(5, 10, new LimitKey.ClientIp(), OnMissingKey.DENY),
            Mode.ENFORCE,
            OnError.ALLOW);
    var tiny = new State(2);
    for (String address : List.of("a", "b")) {
      PolicyEngine.evaluateRequest(List.of(deny), from(address, Map.of()), tiny, START);
    }
    Exchange third = from("c", Map.of());

    // When
    var denied = PolicyEngine.evaluateRequest(List.of(deny), third, tiny, START);
    var allowed = PolicyEngine.evaluateRequest(List.of(allow), third, tiny, START);
    var later = PolicyEngine.evaluateRequest(List.of(deny), third, tiny, START.plusSeconds(10));

    // Then
    assertThat(((Reject) denied).status()).isEqualTo(503);
    assertThat(((Reject) denied).rule()).isEqualTo("rateLimit.onError");
    assertThat(allowed).isInstanceOf(Pass.class);
    assertThat(later).isInstanceOf(Pass.class);
    assertThat(tiny.entries()).isEqualTo(1);
  }
}
