package io.entente.hub.ingest;

import io.entente.connector.kong.log.RequestSeries;
import java.util.HashMap;
import java.util.Map;

/** By how much counters grew from one reading to the next. For one thread. */
final class Increments {

  /** Kong writes a 404 into its log but not into its counters when no route matched. */
  private static final String UNCOUNTED = "404";

  private Map<RequestSeries, Long> last = Map.of();
  private boolean begun;
  private int restarts;

  /**
   * The growth of every counter since the reading before; nothing at the first. A counter that fell
   * began again at 0. Where most fell, the gateway restarted and all did, also those that have
   * overtaken their last value since.
   */
  Map<RequestSeries, Long> since(Map<RequestSeries, Long> now) {
    Map<RequestSeries, Long> before = last;
    boolean first = !begun;
    last = Map.copyOf(now);
    begun = true;
    if (first) {
      return Map.of();
    }
    long fell =
        before.entrySet().stream()
            .filter(e -> now.getOrDefault(e.getKey(), 0L) < e.getValue())
            .count();
    boolean restarted = fell > 0 && fell * 2 >= before.size();
    restarts += restarted ? 1 : 0;
    Map<RequestSeries, Long> grown = new HashMap<>();
    now.forEach(
        (series, count) -> {
          long seen = restarted ? 0 : before.getOrDefault(series, 0L);
          long base = count < seen ? 0 : seen;
          if (count > base && !series.code().equals(UNCOUNTED)) {
            grown.put(series, count - base);
          }
        });
    return grown;
  }

  int restarts() {
    return restarts;
  }
}
