package io.entente.hub.traffic.store;

import java.util.List;

/**
 * Units of a roll-up that are over and not counted.
 *
 * @param starts where they begin, ascending, at least one
 * @param last before which units are over
 * @param kept counts of units before it are of no more use
 */
record MissingUnits(RollUp rollUp, List<Long> starts, long last, long kept) {

  MissingUnits {
    starts = List.copyOf(starts);
    if (starts.isEmpty()) {
      throw new IllegalArgumentException(rollUp + " misses no unit");
    }
  }
}
