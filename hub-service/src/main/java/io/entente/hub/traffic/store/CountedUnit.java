package io.entente.hub.traffic.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a unit, or of several that hold no event.
 *
 * @param start where the first of them begins
 * @param end where the last of them ends
 */
record CountedUnit(long start, long end, List<Row> rows) {

  CountedUnit {
    rows = List.copyOf(rows);
    if (start >= end) {
      throw new IllegalArgumentException("a unit from " + start + " to " + end);
    }
  }

  /**
   * A row of the roll-up's table.
   *
   * @param place what tells it apart: texts, numbers, and null where events say nothing
   */
  record Row(List<@Nullable Object> place, Tally.Sums sums) {}
}
