package io.entente.translator.kong.reverse;

import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.kong.KongNames;
import io.entente.translator.reverse.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which routes of APIs the routes of a gateway are. */
final class Reaches {

  private final Map<String, Set<RouteTarget>> targets = new TreeMap<>();

  Reaches(GatewayId gateway, List<Api> apis, NativeEstate estate) {
    for (Api api : apis) {
      api.routesOn(gateway)
          .forEach(
              route -> {
                String there =
                    api.binding(gateway)
                        .map(binding -> binding.routes().getOrDefault(route.name(), ""))
                        .orElseGet(() -> KongNames.route(gateway, api.name(), route.name()));
                estate
                    .route(there)
                    .ifPresent(
                        found ->
                            targets
                                .computeIfAbsent(found.id(), id -> new TreeSet<>())
                                .add(new RouteTarget(gateway, api.name(), route.name())));
              });
    }
  }

  /** At least one. */
  List<Reach> of(Scope scope) {
    if (scope.place() instanceof Scope.Place.Gateway && scope.everywhere()) {
      return List.of(new Reach.WholeGateway());
    }
    var bound = new TreeSet<RouteTarget>();
    var others = new ArrayList<Reach>();
    for (Entity route : scope.routes()) {
      Set<RouteTarget> found = targets.getOrDefault(route.id(), Set.of());
      bound.addAll(found);
      if (found.isEmpty()) {
        others.add(new Reach.Native(route.key()));
      }
    }
    if (bound.isEmpty()
        && scope.everywhere()
        && scope.place() instanceof Scope.Place.OfService of) {
      return List.of(new Reach.Native(of.service().key()));
    }
    var reaches = new ArrayList<Reach>();
    if (!bound.isEmpty()) {
      reaches.add(new Reach.Routes(bound));
    }
    reaches.addAll(others);
    return reaches;
  }
}
