package io.entente.hub.ingest;

import io.entente.connector.kong.log.RequestSeries;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.model.identity.ApiName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one gateway counted, reading by reading, as far back as is compared. Only requests to our
 * APIs: of others nobody knows whether they are to be delivered. For one thread.
 */
final class Ledger {

  private final Duration window;
  private final Increments increments = new Increments();
  private final TreeMap<Instant, SortedMap<ApiName, Long>> totals = new TreeMap<>();

  Ledger(Duration window) {
    this.window = window;
  }

  /**
   * A stretch between two readings.
   *
   * @param counted by API
   */
  record Stretch(Instant since, Instant asOf, SortedMap<ApiName, Long> counted) {}

  /** Takes a reading in. */
  void add(Instant when, Map<RequestSeries, Long> counters, RouteAttribution routes) {
    var sum = new TreeMap<ApiName, Long>();
    if (!totals.isEmpty()) {
      sum.putAll(totals.lastEntry().getValue());
    }
    increments
        .since(counters)
        .forEach(
            (series, grown) -> {
              var route = Optional.of(series.route());
              routes.of(route, route).ifPresent(ours -> sum.merge(ours.api(), grown, Long::sum));
            });
    totals.put(when, sum);
    totals.headMap(when.minus(window)).clear();
  }

  /** From the oldest reading kept to the newest one not after {@code limit}, if it is another. */
  Optional<Stretch> until(Instant limit) {
    var last = totals.floorEntry(limit);
    if (last == null || last.getKey().equals(totals.firstKey())) {
      return Optional.empty();
    }
    var base = totals.firstEntry().getValue();
    var counted = new TreeMap<ApiName, Long>();
    last.getValue().forEach((api, total) -> counted.put(api, total - base.getOrDefault(api, 0L)));
    return Optional.of(new Stretch(totals.firstKey(), last.getKey(), counted));
  }

  int restarts() {
    return increments.restarts();
  }
}
