package io.entente.translator.kong;

import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Spelling;
import io.entente.model.problem.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the routes of others that APIs are bound to. Not thread-safe. */
final class BoundRoutes {

  private static final int NEARBY = 5;

  private final KongEstate estate;
  private final GatewayId gateway;
  private final List<Problem> refusals;
  private final Map<String, String> taken = new HashMap<>();

  /**
   * @param refusals takes what cannot be found, or is found twice
   */
  BoundRoutes(KongEstate estate, GatewayId gateway, List<Problem> refusals) {
    this.estate = estate;
    this.gateway = gateway;
    this.refusals = refusals;
  }

  Optional<NativeRoute> find(Api api, Binding binding, RouteName route) {
    String vendorName = binding.routes().getOrDefault(route, "");
    Optional<NativeRoute> found = estate.route(vendorName);
    String path = "apis[" + api.name() + "].bindings[" + gateway + "].routes[" + route + "]";
    if (found.isEmpty()) {
      refusals.add(absent(api.name() + "/" + route, vendorName, path));
      return found;
    }
    String earlier = taken.putIfAbsent(found.get().id(), api.name() + "/" + route);
    if (earlier != null) {
      refusals.add(twice(api.name() + "/" + route, earlier, vendorName, path));
      return Optional.empty();
    }
    return found;
  }

  private Problem absent(String route, String vendorName, String path) {
    String nearby =
        estate.routes().values().stream()
            .map(NativeRoute::called)
            .sorted(
                Comparator.<String>comparingInt(name -> Spelling.distance(name, vendorName))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(NEARBY)
            .collect(Collectors.joining(", "));
    return Problem.user(
        "ROUTE_NOT_ON_GATEWAY",
        "Route "
            + route
            + " is bound to '"
            + vendorName
            + "', and gateway "
            + gateway
            + " has no route with this name or id. "
            + (nearby.isEmpty() ? "It has no route at all." : "Nearest by name: " + nearby + "."),
        path,
        vendorName,
        "Write the name or id of a route that the gateway has.");
  }

  private Problem twice(String route, String earlier, String vendorName, String path) {
    return Problem.user(
        "ROUTE_BOUND_TWICE",
        "Routes "
            + earlier
            + " and "
            + route
            + " are both bound to '"
            + vendorName
            + "' of gateway "
            + gateway
            + ", and a route has one set of plugins.",
        path,
        vendorName,
        "Bind each native route to one route.");
  }
}
