package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.reverse.ReverseRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The base path of the proxy that each route is in, without a slash at its end. */
public final class BasePaths {

  private BasePaths() {}

  /**
   * Of routes in proxies of ours and in those of others; none of a route that is in neither.
   *
   * @param bound routes in proxies of others
   */
  public static Map<RouteTarget, String> of(ReverseRequest request, List<NativeRoute> bound) {
    var paths = new HashMap<RouteTarget, String>();
    for (Api api : request.apis()) {
      if (api.gateways().contains(request.gateway())) {
        String base = BasePath.common(api.routes());
        api.routes()
            .forEach(
                route ->
                    paths.put(new RouteTarget(request.gateway(), api.name(), route.name()), base));
      }
    }
    bound.forEach(route -> paths.put(route.target(), route.basePath()));
    return paths;
  }
}
