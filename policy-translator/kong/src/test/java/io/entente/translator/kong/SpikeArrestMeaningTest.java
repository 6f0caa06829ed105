package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.SpikeArrest;
import io.entente.policy.SpikeArrest.Per;
import io.entente.translator.kong.Limiting.Call;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One node, one request after the other: within what is stated of rate, per and burst. */
class SpikeArrestMeaningTest {

  private static final long SEED = 20261121;

  /** Of one caller in one window of the wall clock. */
  private static final class Window {
    private int meant;
    private int emitted;
  }

  @Test
  void neverMoreThanTheRateInAWindowAndAtMostBurstLessOneFewerThanMeant() {
    var random = new Random(SEED);
    boolean looser = false;
    boolean stricter = false;
    for (int round = 0; round < 300; round++) {
      // Given
      var arrest =
          new SpikeArrest(
              1 + random.nextInt(6),
              Per.values()[random.nextInt(2)],
              1 + random.nextInt(8),
              RandomPolicies.key(random),
              OnMissingKey.IP);
      var both = new Limiting(List.of(Policies.enforcing("p", arrest)));
      long length = arrest.per().length().toMillis();
      var windows = new HashMap<String, Window>();
      var taken = new HashMap<String, List<Long>>();
      long now = 1_800_000_000_000L + random.nextInt(60_000);
      for (int i = 0; i < 100; i++) {
        now += random.nextInt(3) == 0 ? (long) (random.nextDouble() * length / 2) : 0;
        now += random.nextInt(20) == 0 ? length : 0;
        var call = Call.any(random);
        String caller = caller(arrest.key(), call);
        var window = windows.computeIfAbsent(caller + " " + now / length, k -> new Window());

        // When
        window.meant += both.meant(call, Instant.ofEpochMilli(now)) ? 1 : 0;
        boolean emitted = both.emitted(call, Instant.ofEpochMilli(now));
        window.emitted += emitted ? 1 : 0;

        // Then
        String about = "seed %d round %d: %s".formatted(SEED, round, arrest);
        assertThat(window.emitted).as(about).isLessThanOrEqualTo(arrest.rate());
        assertThat(window.meant - window.emitted).as(about).isLessThanOrEqualTo(arrest.burst() - 1);
        assertThat(emitted || window.emitted == arrest.rate()).as(about).isTrue();
        List<Long> before = taken.computeIfAbsent(caller, k -> new ArrayList<>());
        if (emitted) {
          before.add(now);
        }
        long since = now - length;
        assertThat(before.stream().filter(t -> t > since).count())
            .as(about)
            .isLessThanOrEqualTo(2L * arrest.rate());
        looser |= window.emitted > window.meant;
        stricter |= window.meant > window.emitted;
      }
    }
    assertThat(looser && stricter).isTrue();
  }

  @Test
  void theWholeRateComesAtOnceAndTwiceOverAnEdge() {
    // Given
    var arrest = new SpikeArrest(10, Per.MINUTE, 2, new LimitKey.Route(), OnMissingKey.IP);
    var both = new Limiting(List.of(Policies.enforcing("p", arrest)));
    var call = new Call("10.0.0.1", Map.of());
    Instant edge = Instant.parse("2027-01-01T00:01:00Z");
    int meant = 0;
    int emitted = 0;

    // When
    for (Instant now : List.of(edge.minusMillis(1), edge)) {
      for (int i = 0; i < 15; i++) {
        meant += both.meant(call, now) ? 1 : 0;
        emitted += both.emitted(call, now) ? 1 : 0;
      }
    }

    // Then
    assertThat(meant).isEqualTo(2);
    assertThat(emitted).isEqualTo(20);
  }

  private static String caller(LimitKey key, Call call) {
    if (key instanceof LimitKey.Route) {
      return "everybody";
    }
    return key instanceof LimitKey.Header header && call.headers().containsKey(header.name())
        ? "header " + call.headers().get(header.name())
        : "address " + call.address();
  }
}
