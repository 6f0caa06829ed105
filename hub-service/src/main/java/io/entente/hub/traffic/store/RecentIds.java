package io.entente.hub.traffic.store;

import io.entente.model.event.Scatter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hashes of what was written, by the minute of its time, so that of most of what comes it is known
 * without a look into the file that it is new. It never says so of what the file holds: of minutes
 * that had rows before, and of those whose hashes were given up, it says that it does not know. For
 * the one thread that writes.
 */
final class RecentIds {

  private static final long MINUTE = 60_000_000;
  private static final int MOST_MINUTES = 256;
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

  /** Hashes of a minute; empty where they are not known. */
  private final TreeMap<Long, Optional<LongSet>> minutes = new TreeMap<>();

  private int held;

  /**
   * @param windowMicros how far apart in time two of the same may be
   * @param most hashes that are kept
   */
  RecentIds(Rows rows, long windowMicros, int most) {
    this.rows = rows;
    this.windowMicros = windowMicros;
    this.most = most;
  }

  /** Where the file may hold some of {@code events}; empty when all of them are new. */
  <T> Optional<Range> doubtful(List<T> events, RowForm<T> form) throws SQLException {
    var near = new TreeSet<Long>();
    long last = Long.MIN_VALUE;
    for (T event : events) {
      long minute = minute(form.micros(event));
      if (minute != last) {
        last = minute;
        for (long m = minute(form.micros(event) - windowMicros) - 1;
            m <= minute + windowMicros / MINUTE + 1;
            m++) {
          near.add(m);
        }
      }
      if (near.size() > WIDEST) {
        return Optional.of(all(events, form));
      }
    }
    var unknown = new TreeSet<Long>();
    var known = new TreeMap<Long, LongSet>();
    for (long minute : near) {
      state(minute).ifPresentOrElse(set -> known.put(minute, set), () -> unknown.add(minute));
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
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(new Range(unknown.first() * MINUTE, (unknown.last() + 1) * MINUTE - 1));
  }

  /** Remembers what is about to be written; that it is not in the end does no harm. */
  <T> void add(List<T> events, RowForm<T> form) throws SQLException {
    for (T event : events) {
      var set = state(minute(form.micros(event)));
      if (set.isPresent()) {
        int before = set.get().size();
        set.get().add(hash(event, form));
        held += set.get().size() - before;
      }
    }
    for (var oldest = minutes.firstEntry();
        held > most;
        oldest = minutes.higherEntry(oldest.getKey())) {
      held -= oldest.getValue().map(LongSet::size).orElse(0);
      minutes.put(oldest.getKey(), Optional.empty());
    }
    while (minutes.size() > MOST_MINUTES) {
      held -= minutes.pollFirstEntry().getValue().map(LongSet::size).orElse(0);
    }
  }

  private Optional<LongSet> state(long minute) throws SQLException {
    var known = minutes.get(minute);
    if (known == null) {
      known =
          rows.any(minute * MINUTE, (minute + 1) * MINUTE)
              ? Optional.empty()
              : Optional.of(new LongSet());
      minutes.put(minute, known);
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

  private static long minute(long micros) {
    return Math.floorDiv(micros, MINUTE);
  }
}
