package io.entente.simulator.kong.proxy.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counters of limits, shared by all workers of the node, as Kong's local policy has them in a
 * shared dictionary. They outlive plugins: the key has neither plugin nor limit in it. When there
 * is no room the oldest goes. Any thread.
 */
final class Counters {

  private static final int TIDY_AT = 10_000;
  private static final int MOST = 100_000;

  private record Key(String scope, Window window, long start) {}

  private record Count(double value, long endsAt) {}

  private final Map<Key, Count> counts = new LinkedHashMap<>();

  synchronized double get(String scope, Window window, long now) {
    Count count = counts.get(new Key(scope, window, window.startOf(now)));
    return count == null ? 0 : count.value();
  }

  synchronized void add(String scope, Window window, long now, double amount) {
    if (counts.size() >= TIDY_AT) {
      counts.values().removeIf(count -> count.endsAt() < now);
    }
    if (counts.size() >= MOST) {
      counts.remove(counts.keySet().iterator().next());
    }
    long start = window.startOf(now);
    long endsAt = start + 2 * window.seconds() * 1000;
    counts.merge(
        new Key(scope, window, start),
        new Count(amount, endsAt),
        (old, more) -> new Count(old.value() + more.value(), endsAt));
  }
}
