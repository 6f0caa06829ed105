package io.entente.translator.envoy;

import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.Proto;

/** One Envoy route. */
final class RouteDocument {

  private RouteDocument() {}

  /**
   * @param cluster that the route leads to
   */
  static Node of(PlacedRoute placed, RouteEmission emission, ObjectKey cluster) {
    Node.Obj route =
        Proto.message("name", placed.name())
            .with("match", match(placed.route()))
            .with("route", action(emission, cluster));
    if (!emission.metadata().isEmpty()) {
      route =
          route.with("metadata", Proto.message("filter_metadata", Node.obj(emission.metadata())));
    }
    return emission.filters().isEmpty()
        ? route
        : route.with("typed_per_filter_config", Node.obj(emission.filters()));
  }

  private static Node action(RouteEmission emission, ObjectKey cluster) {
    Node.Obj action = Proto.message("cluster", cluster.nativeId()).with("timeout", Node.text("0s"));
    for (var field : emission.upstream().action().entrySet()) {
      action = action.with(field.getKey(), field.getValue());
    }
    return action;
  }

  private static Node match(Route route) {
    Node.Obj match = path(route.match()).with("case_sensitive", Node.bool(true));
    if (route.methods().isEmpty()) {
      return match;
    }
    Node.Obj methods =
        route.methods().size() == 1
            ? Proto.message("exact", route.methods().first())
            : Proto.message(
                "safe_regex", Proto.message("regex", String.join("|", route.methods())));
    return match.with(
        "headers",
        Proto.list(
            Proto.message("name", ":method")
                .with("string_match", methods)
                .with("invert_match", Node.bool(false))));
  }

  private static Node.Obj path(PathMatch match) {
    if (match instanceof PathMatch.Exact) {
      return Proto.message("path", match.path());
    }
    // Envoy's separated prefix refuses a trailing slash; with one, a plain prefix is the same.
    return match.path().endsWith("/")
        ? Proto.message("prefix", match.path())
        : Proto.message("path_separated_prefix", match.path());
  }
}
