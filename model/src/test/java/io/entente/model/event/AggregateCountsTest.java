package io.entente.model.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AggregateCountsTest {

  @Test
  void refusesLatenciesOfOtherRequestsThanItCounts() {
    counts(Optional.of(3L), new TreeMap<>(Map.of(7, 2L, 9, 1L)));
    assertThatThrownBy(() -> counts(Optional.of(4L), new TreeMap<>(Map.of(7, 2L, 9, 1L))))
        .hasMessageContaining("latencies of 3 requests are not those of 4");
    assertThatThrownBy(() -> counts(Optional.empty(), new TreeMap<>(Map.of(7, 2L))))
        .hasMessageContaining("latencies of 2 requests");
  }

  @Test
  void refusesANumberThatCannotBe() {
    assertThatThrownBy(() -> counts(Optional.of(-1L), new TreeMap<>()))
        .hasMessageContaining("requests -1");
  }

  private static AggregateCounts counts(
      Optional<Long> requests, SortedMap<Integer, Long> latencies) {
    return new AggregateCounts(
        requests,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        latencies);
  }
}
