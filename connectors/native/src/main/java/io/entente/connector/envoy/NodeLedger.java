package io.entente.connector.envoy;

import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ledger of one Envoy. Times of entries and counts are of the same clock, that of the Envoy, so
 * it does not matter how far it is from ours. Safe between threads.
 */
final class NodeLedger {

  /** An entry that ends so close to a count may be in it or not, and never counts as missing. */
  static final Duration EDGE = Duration.ofMillis(100);

  private static final int MOST_SLOTS = 10_000;

  private final Duration window;
  private final TreeMap<Long, Long> slots = new TreeMap<>();
  private final ArrayDeque<Count> unsettled = new ArrayDeque<>();
  private final TreeMap<Instant, Settled> settled = new TreeMap<>();
  private long folded;
  private long foldedTo = Long.MIN_VALUE;
  private long total;
  private long last;
  private int restarts;
  private Optional<Instant> newest = Optional.empty();
  private Instant heard;

  private record Count(Instant heard, Instant at, long total) {}

  private record Settled(long counted, long arrivedBefore, long arrivedThrough) {}

  NodeLedger(Duration window, Instant now) {
    this.window = window;
    this.heard = now;
  }

  /** These entries are durable; most of a batch end in the same slot. */
  synchronized void kept(Instant now, List<TrafficEvent> entries) {
    heard = now;
    long slot = 0;
    long count = 0;
    for (TrafficEvent entry : entries) {
      long own = slot(entry.time().plus(entry.duration()));
      if (own != slot) {
        add(slot, count);
        slot = own;
        count = 0;
      }
      count++;
    }
    add(slot, count);
    while (slots.size() > MOST_SLOTS) {
      fold(slots.firstKey());
    }
  }

  private void add(long slot, long count) {
    if (count > 0) {
      slots.merge(Math.max(slot, foldedTo + 1), count, Long::sum);
    }
  }

  /** So many entries since the start of the Envoy, as of {@code at}. */
  synchronized void counted(Instant now, Instant at, long entries) {
    heard = now;
    if (newest.filter(seen -> !at.isAfter(seen)).isPresent()) {
      // A clock set back: what is before and after it cannot be compared.
      unsettled.clear();
      settled.clear();
      newest = Optional.empty();
    }
    if (newest.isPresent()) {
      boolean restarted = entries < last;
      restarts += restarted ? 1 : 0;
      total += restarted ? entries : entries - last;
    }
    newest = Optional.of(at);
    last = entries;
    unsettled.add(new Count(now, at, total));
  }

  /** As far as was counted, in our time, not after {@code limit}. */
  synchronized NodeDelivery delivery(String node, Instant limit) {
    while (!unsettled.isEmpty() && !unsettled.peek().heard().isAfter(limit)) {
      settle(unsettled.remove());
    }
    if (settled.size() < 2) {
      return new NodeDelivery(node, 0, 0, restarts, Optional.empty());
    }
    Settled first = settled.firstEntry().getValue();
    Settled end = settled.lastEntry().getValue();
    return new NodeDelivery(
        node,
        end.counted() - first.counted(),
        end.arrivedThrough() - first.arrivedBefore(),
        restarts,
        Optional.of(new NodeDelivery.Stretch(settled.firstKey(), settled.lastKey())));
  }

  synchronized boolean counts() {
    return newest.isPresent();
  }

  /** When anything was heard of the Envoy, on our clock. */
  synchronized Instant heard() {
    return heard;
  }

  private void settle(Count count) {
    fold(slot(count.at().minus(EDGE)));
    long through =
        slots.headMap(slot(count.at().plus(EDGE)), true).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    settled.put(count.at(), new Settled(count.total(), folded, folded + through));
    settled.headMap(count.at().minus(window)).clear();
  }

  private void fold(long through) {
    var done = slots.headMap(through, true);
    folded += done.values().stream().mapToLong(Long::longValue).sum();
    done.clear();
    foldedTo = Math.max(foldedTo, through);
  }

  private static long slot(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), EDGE.toMillis());
  }
}
