package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private static final long SEED = 20261122;
  private static final int LAST = LatencyBuckets.wide(LatencyBuckets.index(Long.MAX_VALUE));

  @Test
  void ranksAsASortedListDoesBeforeAndAfterItWasKept() {
    var random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      // Given
      var latencies = new Latencies();
      var kept = new Latencies();
      List<Integer> all = new ArrayList<>();
      for (int part = 0; part < 1 + random.nextInt(3); part++) {
        var some = new Latencies();
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
          int bucket = random.nextInt(LAST + 2) - 1;
          int requests = 1 + random.nextInt(random.nextBoolean() ? 3 : 400);
          all.addAll(Collections.nCopies(requests, bucket));
          some.add(bucket, requests);
        }
        latencies.add(some);

        // When
        kept.add(some.bytes());
      }

      // Then
      Collections.sort(all);
      for (int percent : new int[] {1, 50, 95, 99, 100}) {
        int rank = (all.size() * percent + 99) / 100;
        assertThat(latencies.rank(percent)).as("seed %d", SEED).isEqualTo(all.get(rank - 1));
        assertThat(kept.rank(percent)).as("seed %d", SEED).isEqualTo(all.get(rank - 1));
      }
    }
  }

  @Test
  void keepsTheOutermostBucketsAndManyRequests() {
    // Given
    var latencies = new Latencies();
    latencies.add(-1, 1L << 50);
    latencies.add(LAST, (1L << 50) + 1);

    // When
    var kept = new Latencies();
    kept.add(latencies.bytes());

    // Then
    assertThat(kept.rank(49)).isEqualTo(-1);
    assertThat(kept.rank(50)).isEqualTo(LAST);
  }

  @Test
  void nothingHasNoRank() {
    // Given
    var latencies = new Latencies();
    latencies.add(7, 3);

    // When
    latencies.clear();

    // Then
    assertThat(latencies.bytes()).isEmpty();
    assertThatThrownBy(() -> latencies.rank(50)).isInstanceOf(IllegalStateException.class);
  }
}
