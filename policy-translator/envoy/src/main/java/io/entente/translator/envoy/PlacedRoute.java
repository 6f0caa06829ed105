package io.entente.translator.envoy;

import io.entente.model.estate.Api;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import java.util.Comparator;

/**
 * A route in one virtual host.
 *
 * @param through the host of the API that brought it there
 */
record PlacedRoute(HostPattern through, Api api, Route route) {

  /** Envoy takes the first that matches, so the narrowest comes first. */
  static final Comparator<PlacedRoute> NARROWEST_FIRST =
      Comparator.comparing(PlacedRoute::through)
          .thenComparing(p -> p.route().match() instanceof PathMatch.Exact ? 0 : 1)
          .thenComparing(p -> -p.route().match().path().length())
          .thenComparing(p -> p.route().match().path())
          .thenComparing(p -> p.route().methods().isEmpty() ? 1 : 0)
          .thenComparing(p -> p.route().methods().size())
          .thenComparing(p -> p.api().name())
          .thenComparing(p -> p.route().name());

  String name() {
    return EnvoyNames.route(api.name(), route.name());
  }

  /** True when both match exactly the same requests, so that the later one is never reached. */
  boolean sameMatch(PlacedRoute other) {
    return through.equals(other.through)
        && route.match().equals(other.route.match())
        && route.methods().equals(other.route.methods());
  }
}
