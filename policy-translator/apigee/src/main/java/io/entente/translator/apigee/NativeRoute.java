package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * A route of an API that is bound, in the endpoint of others it is bound to.
 *
 * @param endpoint where it is
 * @param basePath of the endpoint, without a slash at its end
 * @param exact whether it takes one path only
 * @param suffix its path below the base path of the endpoint
 * @param methods empty means every method
 * @param takesAll whether every request of the endpoint belongs to some route
 * @param narrowed whether a narrower route of the same endpoint takes some of its requests
 */
public record NativeRoute(
    ObjectKey endpoint,
    RouteTarget target,
    String basePath,
    boolean exact,
    String suffix,
    SortedSet<String> methods,
    boolean takesAll,
    boolean narrowed) {

  /** Every route that is bound to an endpoint which is there. */
  public static List<NativeRoute> of(ReverseRequest request) {
    var bound =
        new BoundRoutes(
            EstateReader.read(request.observed()), request.gateway(), new ArrayList<>());
    for (Api api : request.apis()) {
      api.binding(request.gateway()).ifPresent(binding -> bound.add(api, binding));
    }
    var routes = new ArrayList<NativeRoute>();
    bound
        .placed()
        .forEach(
            (endpoint, placed) -> {
              boolean all = placed.stream().anyMatch(r -> RouteCondition.match(r).isEmpty());
              placed.forEach(r -> routes.add(of(request, endpoint, placed, r, all)));
            });
    return List.copyOf(routes);
  }

  private static NativeRoute of(
      ReverseRequest request,
      NativeEndpoint endpoint,
      List<PlacedRoute> placed,
      PlacedRoute route,
      boolean takesAll) {
    return new NativeRoute(
        endpoint.key(),
        new RouteTarget(request.gateway(), route.api().name(), route.route().name()),
        endpoint.basePath(),
        route.exact(),
        route.suffix(),
        route.route().methods(),
        takesAll,
        !RouteCondition.of(route, placed).equals(RouteCondition.match(route)));
  }
}
