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

  static ScopeRuling of(String plugin, NativeRoute route, KongEstate estate) {
    List<NativePlugin> reaching =
        estate.reaching(route).stream().filter(found -> found.name().equals(plugin)).toList();
    List<NativePlugin> enabled = reaching.stream().filter(NativePlugin::enabled).toList();
    return new ScopeRuling(
        reaching.stream().filter(NativePlugin::onRouteOnly).findFirst(),
        enabled.stream()
            .filter(found -> !found.beatsRoute() && !found.onRouteOnly())
            .min(Comparator.comparing(found -> found.service().isEmpty())),
        enabled.stream().filter(NativePlugin::beatsRoute).toList());
  }
}
