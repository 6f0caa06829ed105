package io.entente.translator.apigee;

import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Routes that overlap, from a seed, and which of them a request belongs to. */
final class RandomRoutes {

  private static final List<String> PATHS =
      List.of("", "/items", "/items/special", "/items/", "/other", "/item");

  private RandomRoutes() {}

  static List<Route> of(Random random) {
    var routes = new ArrayList<Route>();
    int count = 1 + random.nextInt(4);
    while (routes.size() < count) {
      String path = Worlds.BASE + PATHS.get(random.nextInt(PATHS.size()));
      PathMatch match =
          random.nextInt(3) == 0 ? new PathMatch.Exact(path) : new PathMatch.Prefix(path);
      var methods = new TreeSet<String>();
      if (random.nextBoolean()) {
        methods.add(random.nextBoolean() ? "GET" : "POST");
        if (random.nextInt(3) == 0) {
          methods.add("PUT");
        }
      }
      if (routes.stream().noneMatch(r -> r.match().equals(match) && r.methods().equals(methods))) {
        routes.add(new Route(new RouteName("r" + routes.size()), match, methods, Labels.none()));
      }
    }
    return routes;
  }

  static String path(Random random) {
    String tail =
        List.of(
                "",
                "/",
                "/items",
                "/items/",
                "/items/special",
                "/items/special/x",
                "/itemsx",
                "/other/1",
                "/item",
                "/nothing")
            .get(random.nextInt(10));
    return Worlds.BASE + tail;
  }

  static String method(Random random) {
    return List.of("GET", "POST", "PUT", "DELETE").get(random.nextInt(4));
  }

  /** The route the model means: exact before prefix, longer before shorter, fewer methods first. */
  static Optional<Route> of(List<Route> routes, String path, String method) {
    Optional<Route> best = Optional.empty();
    for (Route route : routes) {
      if (matches(route, path, method) && best.filter(b -> !narrower(route, b)).isEmpty()) {
        best = Optional.of(route);
      }
    }
    return best;
  }

  private static boolean matches(Route route, String path, String method) {
    String own = route.match().path();
    boolean there =
        route.match() instanceof PathMatch.Exact
            ? path.equals(own)
            : path.startsWith(own)
                && (path.length() == own.length()
                    || own.endsWith("/")
                    || path.charAt(own.length()) == '/');
    return there && (route.methods().isEmpty() || route.methods().contains(method));
  }

  private static boolean narrower(Route one, Route other) {
    boolean exact = one.match() instanceof PathMatch.Exact;
    if (exact != (other.match() instanceof PathMatch.Exact)) {
      return exact;
    }
    int length = one.match().path().length() - other.match().path().length();
    if (length != 0) {
      return length > 0;
    }
    if (one.methods().isEmpty() != other.methods().isEmpty()) {
      return other.methods().isEmpty();
    }
    return one.methods().size() != other.methods().size()
        ? one.methods().size() < other.methods().size()
        : one.name().compareTo(other.name()) < 0;
  }
}
