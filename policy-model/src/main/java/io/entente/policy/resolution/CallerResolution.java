package io.entente.policy.resolution;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What holds on one route for some callers, and what does not; all of it, not only what differs
 * from everybody's.
 *
 * @param consumers who; at least one, in no other of the route
 * @param effective in order of application
 * @param losers sorted by name
 */
public record CallerResolution(
    SortedSet<String> consumers, List<EffectivePolicy> effective, List<Loser> losers) {

  public CallerResolution {
    if (consumers.isEmpty()) {
      throw new IllegalArgumentException("consumers of a resolution are empty");
    }
    consumers = Collections.unmodifiableSortedSet(new TreeSet<>(consumers));
    effective = List.copyOf(effective);
    losers = List.copyOf(losers);
  }
}
