package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import io.entente.translator.kong.Limiting.Call;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One node that never restarts, one request after the other. */
class QuotaMeaningTest {

  private static final long SEED = 20261121;

  private static final Map<Period, Duration> LONGEST_STEP =
      Map.of(
          Period.HOUR, Duration.ofMinutes(20),
          Period.DAY, Duration.ofHours(8),
          Period.MONTH, Duration.ofDays(5));

  @Test
  void acceptsWhatIsMeantButOnTheLastDayOfLongMonths() {
    var random = new Random(SEED);
    int compared = 0;
    for (int round = 0; round < 300; round++) {
      // Given
      Period period = List.of(Period.HOUR, Period.DAY, Period.MONTH).get(random.nextInt(3));
      var quota =
          new Quota(1 + random.nextInt(5), period, RandomPolicies.key(random), OnMissingKey.IP);
      var both = new Limiting(List.of(Policies.enforcing("p", quota)));
      Instant now = Instant.parse("2027-01-01T00:00:00Z");
      for (int i = 0; i < 60; i++) {
        now = now.plusMillis((long) (LONGEST_STEP.get(period).toMillis() * random.nextDouble()));
        var call = Call.any(random);

        // When
        boolean meant = both.meant(call, now);
        boolean emitted = both.emitted(call, now);

        // Then
        if (period != Period.MONTH || now.atZone(ZoneOffset.UTC).getDayOfMonth() < 31) {
          compared++;
          assertThat(emitted)
              .as("seed %d round %d: %s, %s at %s", SEED, round, quota, call, now)
              .isEqualTo(meant);
        } else if (meant) {
          assertThat(emitted).isTrue();
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  @Test
  void aMonthOf31DaysTakesTwiceTheRequestsAtMost() {
    // Given
    var quota = new Quota(3, Period.MONTH, new LimitKey.Route(), OnMissingKey.IP);
    var both = new Limiting(List.of(Policies.enforcing("p", quota)));
    var call = new Call("10.0.0.1", Map.of());
    int taken = 0;

    // When
    for (Instant now = Instant.parse("2027-01-01T00:00:00Z");
        now.isBefore(Instant.parse("2027-02-01T00:00:00Z"));
        now = now.plus(Duration.ofHours(1))) {
      taken += both.emitted(call, now) ? 1 : 0;
    }

    // Then
    assertThat(taken).isEqualTo(6);
  }
}
