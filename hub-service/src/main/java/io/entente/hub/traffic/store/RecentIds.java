package io.entente.hub.traffic.store;

import io.entente.model.event.Scatter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hashes of what was written, by slots of its time, so that of most of what comes it is known
 * without a look into the file that it is new. It never says so of what the file holds: of slots
 * that had rows before, and of those whose hashes were given up, it says that it does not know. For
 * the one thread that writes.
 */
final class RecentIds {

  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final int SLOTS_A_WINDOW = 4;
  private static final int MOST_SLOTS = 256;
  private static final int WIDEST = 64;

  /** Whether the file holds rows of a time. */
  @FunctionalInterface
  interface Rows {
    boolean any(long fromMicros, long beforeMicros) throws SQLException;
  }

  /** From the first to the last microsecond. */
  record Range(long from, long to) {}

  private final Rows rows;
  private final long windowMicros;
  private final int most;

  /** A part of the window where that is short: a slot is given up as a whole. */
  private final long slotMicros;

  /** Hashes of a slot; empty where they are not known. */
  private final TreeMap<Long, Optional<LongSet>> slots = new TreeMap<>();

  private int held;

  /**
   * @param windowMicros how far apart in time two of the same may be
   * @param most hashes that are kept
   */
  RecentIds(Rows rows, long windowMicros, int most) {
    this.rows = rows;
    this.windowMicros = windowMicros;
    this.most = most;
    this.slotMicros = Math.max(SECOND, Math.min(MINUTE, windowMicros / SLOTS_A_WINDOW));
  }

  /** Where the file may hold some of {@code events}; empty when all of them are new. */
  <T> Optional<Range> doubtful(List<T> events, RowForm<T> form) throws SQLException {
    var near = new TreeSet<Long>();
    long last = Long.MIN_VALUE;
    for (T event : events) {
      long slot = slot(form.micros(event));
      if (slot != last) {
        last = slot;
        long end = slot((slot + 1) * slotMicros - 1 + windowMicros);
        for (long s = slot(slot * slotMicros - windowMicros); s <= end; s++) {
          near.add(s);
        }
      }
      if (near.size() > WIDEST) {
        return Optional.of(all(events, form));
      }
    }
    var unknown = new TreeSet<Long>();
    var known = new TreeMap<Long, LongSet>();
    for (long slot : near) {
      state(slot).ifPresentOrElse(set -> known.put(slot, set), () -> unknown.add(slot));
    }
    known.values().removeIf(set -> set.size() == 0);
    for (T event : events) {
      long hash = hash(event, form);
      for (LongSet set : known.values()) {
        if (set.contains(hash)) {
          return Optional.of(all(events, form));
        }
      }
    }
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    Range all = all(events, form);
    long from = Math.max(all.from(), unknown.first() * slotMicros);
    long to = Math.min(all.to(), (unknown.last() + 1) * slotMicros - 1);
    return from > to ? Optional.empty() : Optional.of(new Range(from, to));
  }

  /** Remembers what is about to be written; that it is not in the end does no harm. */
  <T> void add(List<T> events, RowForm<T> form) throws SQLException {
    for (T event : events) {
      var set = state(slot(form.micros(event)));
      if (set.isPresent()) {
        int before = set.get().size();
        set.get().add(hash(event, form));
        held += set.get().size() - before;
      }
    }
    for (var oldest = slots.firstEntry();
        held > most;
        oldest = slots.higherEntry(oldest.getKey())) {
      held -= oldest.getValue().map(LongSet::size).orElse(0);
      slots.put(oldest.getKey(), Optional.empty());
    }
    while (slots.size() > MOST_SLOTS) {
      held -= slots.pollFirstEntry().getValue().map(LongSet::size).orElse(0);
    }
  }

  private Optional<LongSet> state(long slot) throws SQLException {
    var known = slots.get(slot);
    if (known == null) {
      known =
          rows.any(slot * slotMicros, (slot + 1) * slotMicros)
              ? Optional.empty()
              : Optional.of(new LongSet());
      slots.put(slot, known);
    }
    return known;
  }

  private <T> Range all(List<T> events, RowForm<T> form) {
    var times = events.stream().mapToLong(form::micros).summaryStatistics();
    return new Range(times.getMin() - windowMicros, times.getMax() + windowMicros);
  }

  private static <T> long hash(T event, RowForm<T> form) {
    return Scatter.of(form.id(event))
        ^ Long.rotateLeft(Scatter.of(form.gateway(event)), 21)
        ^ Long.rotateLeft(Scatter.of(form.tenant(event)), 42);
  }

  private long slot(long micros) {
    return Math.floorDiv(micros, slotMicros);
  }
}
