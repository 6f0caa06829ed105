package io.entente.translator.kong.emit;

import io.entente.policy.LimitKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The limits of one route that fit into the one instance Kong runs there: one key, and for each
 * window the strictest, of whichever kind.
 *
 * @param key of all of them
 * @param holding for each window the limit with the fewest requests in it or in a longer one
 * @param members all that fit, in order; those of another key or window are not among them
 */
record SharedLimits(LimitKey key, SortedMap<RateLimitUnit, Limit> holding, List<Limit> members) {

  SharedLimits {
    holding = Collections.unmodifiableSortedMap(new TreeMap<>(holding));
    members = List.copyOf(members);
  }

  /**
   * @param limits at least one, in order of application
   */
  static SharedLimits of(List<Limit> limits) {
    LimitKey key =
        limits.stream()
            .filter(limit -> limit.unit().isPresent())
            .findFirst()
            .orElse(limits.get(0))
            .key();
    var holding = new TreeMap<RateLimitUnit, Limit>();
    var members = new ArrayList<Limit>();
    for (Limit limit : limits) {
      limit
          .unit()
          .filter(unit -> limit.key().equals(key))
          .ifPresent(
              unit -> {
                members.add(limit);
                holding.merge(unit, limit, SharedLimits::stricter);
              });
    }
    return new SharedLimits(key, neverAboveLonger(holding), members);
  }

  /**
   * Kong refuses a shorter window with more requests than a longer one. Every window lies within
   * the next longer one, so that the fewer of the longer hold in it anyway.
   */
  private static SortedMap<RateLimitUnit, Limit> neverAboveLonger(
      TreeMap<RateLimitUnit, Limit> holding) {
    var held = new TreeMap<RateLimitUnit, Limit>();
    for (var window : holding.descendingMap().entrySet()) {
      Limit own = window.getValue();
      held.put(window.getKey(), held.isEmpty() ? own : stricter(own, held.firstEntry().getValue()));
    }
    return held;
  }

  private static Limit stricter(Limit one, Limit other) {
    return other.requests() < one.requests() ? other : one;
  }
}
