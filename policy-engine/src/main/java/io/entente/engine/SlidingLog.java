package io.entente.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** When requests were accepted, exactly; requests of one instant share an entry. */
final class SlidingLog {

  private record Entry(Instant at, long count) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private Duration window = Duration.ZERO;
  private long accepted;

  /** Forgets what left the window that ends at {@code now}; its beginning is not part of it. */
  void slide(Instant now, Duration length) {
    window = length;
    Instant edge = now.minus(length);
    while (!entries.isEmpty() && !entries.getFirst().at().isAfter(edge)) {
      accepted -= entries.removeFirst().count();
    }
  }

  /** How many are in the window last slid to. */
  long accepted() {
    return accepted;
  }

  void add(Instant now) {
    long before =
        !entries.isEmpty() && entries.getLast().at().equals(now) ? entries.removeLast().count() : 0;
    entries.addLast(new Entry(now, before + 1));
    accepted++;
  }

  /** The first instant at which fewer than {@code limit} are in the window; the log is full. */
  Instant free(long limit) {
    long latest = 0;
    Iterator<Entry> latestFirst = entries.descendingIterator();
    while (latestFirst.hasNext()) {
      Entry entry = latestFirst.next();
      latest += entry.count();
      if (latest >= limit) {
        return entry.at().plus(window);
      }
    }
    throw new IllegalStateException("only " + latest + " accepted, fewer than " + limit);
  }

  int size() {
    return entries.size();
  }

  /** Slides to {@code now} by the window of the last request. */
  void slide(Instant now) {
    slide(now, window);
  }
}
