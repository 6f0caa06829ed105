package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.Route;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Spelling;
import io.entente.model.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the endpoints of others that routes are bound to. Not thread-safe. */
final class BoundRoutes {

  private static final int NEARBY = 5;

  private final ApigeeEstate estate;
  private final GatewayId gateway;
  private final List<Problem> refusals;
  private final Map<NativeEndpoint, List<PlacedRoute>> placed = new LinkedHashMap<>();

  /**
   * @param refusals takes what cannot be found, lies elsewhere, or is found twice
   */
  BoundRoutes(ApigeeEstate estate, GatewayId gateway, List<Problem> refusals) {
    this.estate = estate;
    this.gateway = gateway;
    this.refusals = refusals;
  }

  void add(Api api, Binding binding) {
    for (Route route : api.routesOn(gateway)) {
      String called = binding.routes().getOrDefault(route.name(), "");
      String path =
          "apis[" + api.name() + "].bindings[" + gateway + "].routes[" + route.name() + "]";
      find(api, route, called, path).ifPresent(endpoint -> place(api, route, endpoint, path));
    }
  }

  /** Routes by endpoint. */
  Map<NativeEndpoint, List<PlacedRoute>> placed() {
    return placed;
  }

  private Optional<NativeEndpoint> find(Api api, Route route, String called, String path) {
    int slash = called.indexOf('/');
    String proxy = slash < 0 ? called : called.substring(0, slash);
    String printed = api.name() + "/" + route.name();
    List<NativeEndpoint> named =
        estate.endpointsOf(proxy).stream()
            .filter(e -> slash < 0 || e.name().equals(called.substring(slash + 1)))
            .toList();
    if (named.isEmpty() || !estate.deployed().contains(proxy)) {
      refusals.add(absent(printed, proxy, called, path));
      return Optional.empty();
    }
    Optional<NativeEndpoint> nearest =
        named.stream()
            .filter(e -> e.holds(route.match().path()) && !e.basePath().contains("*"))
            .max(Comparator.comparingInt(e -> e.basePath().length()));
    if (nearest.isEmpty()) {
      refusals.add(outside(printed, route, called, named, path));
    }
    return nearest;
  }

  private void place(Api api, Route route, NativeEndpoint endpoint, String path) {
    var routes = placed.computeIfAbsent(endpoint, e -> new ArrayList<>());
    var there = new PlacedRoute(api, route, endpoint.basePath());
    Optional<PlacedRoute> twin = routes.stream().filter(there::sameMatch).findFirst();
    if (twin.isPresent()) {
      refusals.add(
          Problem.user(
              "ROUTE_BOUND_TWICE",
              "Routes "
                  + twin.get().printed()
                  + " and "
                  + there.printed()
                  + " match the same requests of proxy endpoint "
                  + endpoint.called()
                  + " of gateway "
                  + gateway
                  + ".",
              path,
              endpoint.called(),
              "Give them different paths or methods, or bind one of them."));
    } else {
      routes.add(there);
    }
  }

  private Problem absent(String route, String proxy, String called, String path) {
    if (estate.proxies().contains(proxy) && !estate.deployed().contains(proxy)) {
      return Problem.user(
          "PROXY_NOT_DEPLOYED",
          "Route "
              + route
              + " is bound to '"
              + called
              + "', and no revision of this proxy is deployed in the environment of gateway "
              + gateway
              + ".",
          path,
          called,
          "Deploy a revision of the proxy, or take the binding out.");
    }
    String nearby =
        estate.endpoints().stream()
            .map(NativeEndpoint::called)
            .sorted(
                Comparator.<String>comparingInt(name -> Spelling.distance(name, called))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(NEARBY)
            .collect(Collectors.joining(", "));
    return Problem.user(
        "ROUTE_NOT_ON_GATEWAY",
        "Route "
            + route
            + " is bound to '"
            + called
            + "', and gateway "
            + gateway
            + " has no proxy or endpoint with this name. "
            + (nearby.isEmpty() ? "It has none at all." : "Nearest by name: " + nearby + "."),
        path,
        called,
        "Write the name of a deployed proxy, or proxy/endpoint.");
  }

  private static Problem outside(
      String printed, Route route, String called, List<NativeEndpoint> named, String path) {
    String bases =
        named.stream()
            .map(e -> e.name() + " at " + (e.basePath().isEmpty() ? "/" : e.basePath()))
            .collect(Collectors.joining(", "));
    boolean wild = named.stream().anyMatch(e -> e.basePath().contains("*"));
    return Problem.user(
        wild ? "BASE_PATH_WILDCARD" : "ROUTE_OUTSIDE_BASE_PATH",
        "Route "
            + printed
            + " matches "
            + route.match().path()
            + ", which lies below no base path of '"
            + called
            + "' ("
            + bases
            + ")"
            + (wild ? "; base paths with * are not told apart here." : "."),
        path,
        called,
        "Write the whole path as callers send it, below the base path of the endpoint.");
  }
}
