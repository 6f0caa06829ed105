package io.entente.translator.kong;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the instances of one plugin that others made stand to one of ours on a route. Kong runs one
 * instance of a plugin, the most specific.
 *
 * @param occupying the instance in the very place of ours; Kong takes no second one, even beside
 *     one that is disabled
 * @param wider the instance that acts on the route until ours goes out
 * @param narrower instances that act instead of ours for some callers or all
 */
record ScopeRuling(
    Optional<NativePlugin> occupying, Optional<NativePlugin> wider, List<NativePlugin> narrower) {

  ScopeRuling {
    narrower = List.copyOf(narrower);
  }

  /**
   * @param consumer whom ours is for; empty for everybody
   * @param oursOnRoute whether one of ours for everybody goes out on the route
   */
  static ScopeRuling of(
      String plugin,
      NativeRoute route,
      Optional<String> consumer,
      boolean oursOnRoute,
      KongEstate estate) {
    int own = consumer.isPresent() ? NativePlugin.ON_ROUTE_FOR_ONE : NativePlugin.ON_ROUTE;
    List<NativePlugin> reaching =
        estate.reaching(route).stream()
            .filter(found -> found.name().equals(plugin))
            .filter(found -> meets(found.consumer(), consumer))
            .toList();
    List<NativePlugin> enabled = reaching.stream().filter(NativePlugin::enabled).toList();
    return new ScopeRuling(
        reaching.stream().filter(found -> found.rank() == own).findFirst(),
        enabled.stream()
            .filter(found -> found.rank() > own)
            // what ours for everybody has switched off acts for nobody
            .filter(found -> !oursOnRoute || found.rank() < NativePlugin.ON_ROUTE)
            .min(Comparator.comparing(NativePlugin::rank)),
        enabled.stream().filter(found -> found.rank() < own).toList());
  }

  private static boolean meets(Optional<String> theirs, Optional<String> ours) {
    return theirs.isEmpty() || ours.isEmpty() || theirs.equals(ours);
  }
}
