package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import java.util.Comparator;
import java.util.Set;

/**
 * A route in an endpoint.
 *
 * @param basePath of the endpoint, without a slash at its end
 */
record PlacedRoute(Api api, Route route, String basePath) {

  /** The first that matches is meant. */
  static final Comparator<PlacedRoute> NARROWEST_FIRST =
      Comparator.<PlacedRoute>comparingInt(p -> p.exact() ? 0 : 1)
          .thenComparing(p -> -p.path().length())
          .thenComparing(PlacedRoute::path)
          .thenComparing(p -> p.route().methods().isEmpty() ? 1 : 0)
          .thenComparing(p -> p.route().methods().size())
          .thenComparing(p -> p.api().name())
          .thenComparing(p -> p.route().name());

  String printed() {
    return api.name() + "/" + route.name();
  }

  boolean exact() {
    return route.match() instanceof PathMatch.Exact;
  }

  String path() {
    return route.match().path();
  }

  /** The path below the base path. */
  String suffix() {
    return path().substring(basePath.length());
  }

  /** Whether some request meets both. */
  boolean meets(PlacedRoute other) {
    Set<String> mine = route.methods();
    Set<String> theirs = other.route.methods();
    boolean methods =
        mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
    return methods && (holds(other) || other.holds(this));
  }

  boolean sameMatch(PlacedRoute other) {
    return route.match().equals(other.route.match())
        && route.methods().equals(other.route.methods());
  }

  private boolean holds(PlacedRoute other) {
    String path = path();
    if (exact()) {
      return other.exact() && path.equals(other.path());
    }
    return path.endsWith("/")
        ? other.path().startsWith(path)
        : other.path().equals(path) || other.path().startsWith(path + "/");
  }
}
