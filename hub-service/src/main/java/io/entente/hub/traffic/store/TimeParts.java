package io.entente.hub.traffic.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * A range of time, cut into what a roll-up has counted and what is to be read from the events.
 *
 * @param rolled adjoining units joined
 * @param raw the rest
 */
record TimeParts(List<Part> rolled, List<Part> raw) {

  /** From a microsecond to the first one no longer in it. */
  record Part(long from, long to) {}

  TimeParts {
    rolled = List.copyOf(rolled);
    raw = List.copyOf(raw);
  }

  static TimeParts unrolled(long from, long to) {
    return new TimeParts(List.of(), List.of(new Part(from, to)));
  }

  /**
   * @param units where units begin that are counted
   */
  static TimeParts of(long from, long to, long unitMicros, NavigableSet<Long> units) {
    if (to - from < unitMicros) {
      return unrolled(from, to);
    }
    List<Part> rolled = new ArrayList<>();
    List<Part> raw = new ArrayList<>();
    long done = from;
    for (long start : units.subSet(from, true, to - unitMicros, true)) {
      if (start > done) {
        raw.add(new Part(done, start));
      }
      var last = rolled.isEmpty() ? null : rolled.get(rolled.size() - 1);
      if (last != null && last.to() == start) {
        rolled.set(rolled.size() - 1, new Part(last.from(), start + unitMicros));
      } else {
        rolled.add(new Part(start, start + unitMicros));
      }
      done = start + unitMicros;
    }
    if (done < to) {
      raw.add(new Part(done, to));
    }
    return new TimeParts(rolled, raw);
  }
}
