package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.policy;
import static io.entente.engine.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.SpikeArrest;
import io.entente.policy.SpikeArrest.Per;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeArrestMeaningTest {

  private static SpikeArrest arrest(int rate, Per per, int burst) {
    return new SpikeArrest(rate, per, burst, new LimitKey.Route(), OnMissingKey.DENY);
  }

  @Test
  void letsNoIntervalHaveMoreThanItsShareAndTheBurst() {
    for (long seed = 0; seed < 60; seed++) {
      // Given
      var random = new Random(seed);
      var arrest =
          arrest(1 + random.nextInt(50), Per.values()[random.nextInt(2)], 1 + random.nextInt(5));
      var policies = List.of(policy("p", arrest));
      var state = new State(100);
      long apart = arrest.per().length().toNanos() / arrest.rate();
      var accepted = new ArrayList<Instant>();
      Instant now = START;

      // When
      for (int i = 0; i < 150; i++) {
        now = now.plusNanos((long) (random.nextDouble() * 2 * apart));
        if (PolicyEngine.evaluateRequest(policies, request(), state, now) instanceof Pass) {
          accepted.add(now);
        }
      }

      // Then: any k accepted lie at least (k - burst) intervals apart
      assertThat(accepted).hasSizeGreaterThan(arrest.burst());
      for (int from = 0; from < accepted.size(); from++) {
        for (int to = from + arrest.burst(); to < accepted.size(); to++) {
          long span = Duration.between(accepted.get(from), accepted.get(to)).toNanos();
          long least = arrest.per().length().toNanos() * (to - from - arrest.burst() + 1);
          assertThat(span * arrest.rate())
              .as("seed %d, %d to %d of %s", seed, from, to, arrest)
              .isGreaterThanOrEqualTo(least);
        }
      }
    }
  }

  @Test
  void neverRefusesAnEvenFlowOfTheRate() {
    // Given: a rate whose interval is no whole number of nanoseconds
    var policies = List.of(policy("p", arrest(3, Per.SECOND, 1)));
    var state = new State(10);
    for (int i = 0; i < 3_000; i++) {
      // When: the shortest distance that a clock can tell and that is not too short
      Instant at = START.plusNanos(i * 333_333_334L);
      // Then
      assertThat(PolicyEngine.evaluateRequest(policies, request(), state, at))
          .as("request %d", i)
          .isInstanceOf(Pass.class);
    }
    // When: one nanosecond too early
    Instant early = START.plusNanos(2_999 * 333_333_334L + 333_333_333L);
    // Then
    assertThat(PolicyEngine.evaluateRequest(policies, request(), state, early))
        .isInstanceOf(Reject.class);
  }

  @Test
  void saysWhenToComeBack() {
    // Given
    var policies = List.of(policy("p", arrest(1, Per.MINUTE, 2)));
    var state = new State(10);
    PolicyEngine.evaluateRequest(policies, request(), state, START);
    PolicyEngine.evaluateRequest(policies, request(), state, START);
    // When
    var third = (Reject) PolicyEngine.evaluateRequest(policies, request(), state, START);
    // Then
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.rule()).isEqualTo("spikeArrest.rate");
    assertThat(third.headers().get("retry-after")).containsExactly("60");
    assertThat(PolicyEngine.evaluateRequest(policies, request(), state, START.plusSeconds(59)))
        .isInstanceOf(Reject.class);
    assertThat(PolicyEngine.evaluateRequest(policies, request(), state, START.plusSeconds(60)))
        .isInstanceOf(Pass.class);
  }

  @Test
  void forgetsFlowsThatAreIdleWhenItIsFull() {
    // Given: room for one flow
    var arrest = new SpikeArrest(1, Per.SECOND, 1, new LimitKey.ClientIp(), OnMissingKey.DENY);
    var policies = List.of(policy("p", arrest));
    var state = new State(1);
    PolicyEngine.evaluateRequest(policies, Fixtures.from("10.0.0.1", Map.of()), state, START);
    // When
    var second = Fixtures.from("10.0.0.2", Map.of());
    var full = PolicyEngine.evaluateRequest(policies, second, state, START);
    var later = PolicyEngine.evaluateRequest(policies, second, state, START.plusSeconds(1));
    // Then
    assertThat(full)
        .isInstanceOfSatisfying(Reject.class, r -> assertThat(r.status()).isEqualTo(503));
    assertThat(later).isInstanceOf(Pass.class);
  }
}
