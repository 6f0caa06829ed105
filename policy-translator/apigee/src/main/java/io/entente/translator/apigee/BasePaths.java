package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.reverse.ReverseRequest;
import java.util.HashMap;
import java.util.Map;

/** The base path of the proxy that each route is in, without a slash at its end. */
public final class BasePaths {

  private BasePaths() {}

  /** Of routes in proxies of ours and in those of others; none of a route that is in neither. */
  public static Map<RouteTarget, String> of(ReverseRequest request) {
    var paths = new HashMap<RouteTarget, String>();
    for (Api api : request.apis()) {
      if (api.gateways().contains(request.gateway()) && !api.routes().isEmpty()) {
        String base = BasePath.common(api.routes());
        api.routes()
            .forEach(
                route ->
                    paths.put(new RouteTarget(request.gateway(), api.name(), route.name()), base));
      }
    }
    NativeRoute.placed(request)
        .forEach(
            (endpoint, routes) -> routes.forEach(route -> put(paths, request, endpoint, route)));
    return paths;
  }

  private static void put(
      Map<RouteTarget, String> paths,
      ReverseRequest request,
      NativeEndpoint endpoint,
      PlacedRoute placed) {
    paths.put(
        new RouteTarget(request.gateway(), placed.api().name(), placed.route().name()),
        endpoint.basePath());
  }
}
