package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficAggregate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of deliveries read from Kafka together with the place reading continues at.
 *
 * @param counts by id, in the order they were read
 * @param nextOffsets per partition, the first offset not in this batch
 */
public record CountBatch(
    String cluster,
    String topic,
    Map<String, TrafficAggregate> counts,
    Map<Integer, Long> nextOffsets) {

  public CountBatch {
    counts = new LinkedHashMap<>(counts);
    nextOffsets = Map.copyOf(nextOffsets);
  }

  /** Throws {@link IllegalArgumentException} or ArithmeticException when it has no row form. */
  public static void requireStorable(TrafficAggregate counted) {
    if (counted.counts().latencies().isEmpty()) {
      throw new IllegalArgumentException("counts of a delivery have no latencies");
    }
    StoredEvent.micros(counted.start());
    StoredEvent.micros(counted.observedTime());
    for (CountRow row : CountRow.of(counted, "")) {
      LatencyBuckets.require(row.bucket());
      if (row.requests() < 1 || row.status() < 0 || row.status() > 999) {
        throw new IllegalArgumentException(
            row.requests() + " requests of status " + row.status() + " are impossible");
      }
    }
  }

  List<CountRow> rows() {
    return counts.entrySet().stream()
        .flatMap(each -> CountRow.of(each.getValue(), each.getKey()).stream())
        .toList();
  }
}
