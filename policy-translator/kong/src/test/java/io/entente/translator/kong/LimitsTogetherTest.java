package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.translator.Translation;
import io.entente.translator.kong.Limiting.Call;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Limits of all three kinds in the one instance of a route. */
class LimitsTogetherTest {

  private static final long SEED = 20261121;

  /** So many in each window of the wall clock. */
  private record Fixed(long requests, Duration window) {

    static Fixed of(PolicyKind kind) {
      if (kind instanceof RateLimit limit) {
        return new Fixed(limit.requests(), limit.window());
      }
      if (kind instanceof SpikeArrest arrest) {
        return new Fixed(arrest.rate(), arrest.per().length());
      }
      return new Fixed(
          ((Quota) kind).requests(),
          ((Quota) kind).period() == Quota.Period.HOUR ? Duration.ofHours(1) : Duration.ofDays(1));
    }

    long window(Instant at) {
      return at.getEpochSecond() / window.toSeconds();
    }
  }

  @Test
  void aRequestPassesExactlyWhenEachLimitAloneLetsItPass() {
    var random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      // Given
      LimitKey key = random.nextBoolean() ? new LimitKey.Route() : new LimitKey.ClientIp();
      var policies = new ArrayList<Policy>();
      for (int i = 0; i < 4; i++) {
        policies.add(Policies.enforcing("p" + i, kind(random, key)));
      }
      List<Fixed> limits = policies.stream().map(p -> Fixed.of(p.spec().kind())).toList();
      var both = new Limiting(policies);
      Map<String, List<Instant>> taken = new HashMap<>();
      Instant now = Instant.parse("2027-01-01T00:00:00Z");
      for (int i = 0; i < 80; i++) {
        now = now.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextInt(2));
        var call = Call.any(random);
        String caller = key instanceof LimitKey.Route ? "everybody" : call.address();
        List<Instant> before = taken.computeIfAbsent(caller, k -> new ArrayList<>());
        Instant at = now;

        // When
        boolean passes = both.emitted(call, at);

        // Then
        boolean each =
            limits.stream()
                .allMatch(
                    limit ->
                        before.stream().filter(t -> limit.window(t) == limit.window(at)).count()
                            < limit.requests());
        assertThat(passes).as("seed %d round %d: %s", SEED, round, policies).isEqualTo(each);
        if (passes) {
          before.add(at);
        }
      }
    }
  }

  @Test
  void aShorterWindowNeverHasMoreThanALongerOneWhichKongRefuses() {
    // Given
    var key = new LimitKey.Route();

    // When
    Translation translation =
        Worlds.translate(
            List.of(
                Policies.enforcing(
                    "hourly", new RateLimit(365, Duration.ofHours(1), key, OnMissingKey.IP)),
                Policies.enforcing(
                    "monthly", new Quota(325, Quota.Period.MONTH, key, OnMissingKey.IP))));

    // Then
    Content plugin = translation.objects().values().iterator().next().content();
    Node config = Recorded.field(((Content.Tree) plugin).root(), "config");
    assertThat(Recorded.field(config, "hour")).isEqualTo(Node.number(325));
    assertThat(Recorded.field(config, "month")).isEqualTo(Node.number(325));
    assertThat(translation.fidelity().entries().toString()).contains("held-by-stricter");
  }

  private static PolicyKind kind(Random random, LimitKey key) {
    int requests = 1 + random.nextInt(8);
    return switch (random.nextInt(3)) {
      case 0 ->
          new RateLimit(
              requests,
              List.of(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1))
                  .get(random.nextInt(3)),
              key,
              OnMissingKey.IP);
      case 1 ->
          new SpikeArrest(
              requests,
              SpikeArrest.Per.values()[random.nextInt(2)],
              1 + random.nextInt(5),
              key,
              OnMissingKey.IP);
      default ->
          new Quota(requests, Quota.Period.values()[random.nextInt(2)], key, OnMissingKey.IP);
    };
  }
}
