package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyBucketsTest {

  private static final long SEED = 7;

  @Test
  void standsForEveryDurationWithinTheStatedError() {
    // Given
    var random = new Random(SEED);
    for (int i = 0; i < 100_000; i++) {
      var nanos = 1 + (long) Math.exp(random.nextDouble() * 43);

      // When
      var shown = LatencyBuckets.nanos(LatencyBuckets.wide(LatencyBuckets.index(nanos)));

      // Then
      assertThat(shown)
          .as("seed %d, %d ns", SEED, nanos)
          .isCloseTo((double) nanos, within(nanos * (LatencyBuckets.RELATIVE_ERROR + 1e-9)));
    }
  }

  @Test
  void keepsZeroAndTheLongestDuration() {
    // Given // When // Then
    assertThat(LatencyBuckets.nanos(LatencyBuckets.wide(LatencyBuckets.index(0)))).isZero();
    assertThat(LatencyBuckets.index(1)).isZero();
    assertThat(LatencyBuckets.index(Long.MAX_VALUE)).isPositive();
  }
}
