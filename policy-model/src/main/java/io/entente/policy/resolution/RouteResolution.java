package io.entente.policy.resolution;

import java.util.List;

/**
 * What holds on one route, and what does not.
 *
 * @param target the route
 * @param effective in order of application: kind name, then widest target first, then rising
 *     priority, then name; of two edits of one header the later has the last word
 * @param losers sorted by name
 */
public record RouteResolution(
    RouteTarget target, List<EffectivePolicy> effective, List<Loser> losers) {

  public RouteResolution {
    effective = List.copyOf(effective);
    losers = List.copyOf(losers);
  }
}
