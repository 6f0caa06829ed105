package io.entente.translator.apigee;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a request belongs to a route: its path and method match, and no narrower route of the same
 * endpoint takes it. Paths are compared letter by letter, without patterns.
 */
final class RouteCondition {

  private RouteCondition() {}

  /**
   * Empty when every request of the endpoint belongs to the route.
   *
   * @param others all routes of the endpoint
   */
  static Optional<String> of(PlacedRoute route, Collection<PlacedRoute> others) {
    var parts = new ArrayList<String>();
    match(route).ifPresent(parts::add);
    others.stream()
        .filter(other -> PlacedRoute.NARROWEST_FIRST.compare(other, route) < 0)
        .filter(other -> other.meets(route))
        .sorted(PlacedRoute.NARROWEST_FIRST)
        .forEach(other -> match(other).ifPresent(narrower -> parts.add("!" + narrower)));
    return all(parts);
  }

  /** The route's own path and methods; empty when it takes every request of the endpoint. */
  static Optional<String> match(PlacedRoute route) {
    return all(Stream.of(path(route), methods(route)).flatMap(Optional::stream).toList());
  }

  /** All of them; empty when there is none. Each part is in parentheses. */
  static Optional<String> all(List<String> parts) {
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    return Optional.of("(" + String.join(" and ", parts) + ")");
  }

  static String equal(String variable, String value) {
    return "(" + variable + " = \"" + value + "\")";
  }

  private static Optional<String> path(PlacedRoute route) {
    String suffix = route.suffix();
    if (route.exact()) {
      return Optional.of(
          suffix.isEmpty()
              ? "((proxy.pathsuffix = \"\") or (proxy.pathsuffix = null))"
              : equal("proxy.pathsuffix", suffix));
    }
    if (suffix.isEmpty() || (suffix.equals("/") && route.basePath().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        suffix.endsWith("/")
            ? "(proxy.pathsuffix StartsWith \"" + suffix + "\")"
            : "("
                + equal("proxy.pathsuffix", suffix)
                + " or (proxy.pathsuffix StartsWith \""
                + suffix
                + "/\"))");
  }

  private static Optional<String> methods(PlacedRoute route) {
    if (route.route().methods().isEmpty()) {
      return Optional.empty();
    }
    String any =
        route.route().methods().stream()
            .map(method -> equal("request.verb", method))
            .collect(Collectors.joining(" or "));
    return Optional.of(route.route().methods().size() == 1 ? any : "(" + any + ")");
  }
}
