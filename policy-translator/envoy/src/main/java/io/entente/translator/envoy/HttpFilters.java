package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.CorsEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.HeaderTransformEmitter;
import io.entente.translator.envoy.emit.IpFilterEmitter;
import io.entente.translator.envoy.emit.Proto;
import io.entente.translator.envoy.emit.RateLimitEmitter;
import java.util.ArrayList;

/**
 * The HTTP filters of the listener. All are there whether a route uses them or not, and do nothing
 * where it does not: a changed listener drains its connections, a changed route does not.
 *
 * <p>Requests pass them downwards, answers upwards. So a preflight is answered before its address
 * is judged, an address is judged before it counts, header edits see only what was let through, and
 * {@code cors} has the last word on answers, refusals included.
 */
final class HttpFilters {

  private HttpFilters() {}

  /** With {@code rateLimits} rate limits, at least as many as the busiest route has. */
  static Node inOrder(int rateLimits) {
    var filters = new ArrayList<Node>();
    filters.add(filter(FilterNames.CORS_ANY_ORIGIN, HeaderTransformEmitter.inChain()));
    filters.add(filter(FilterNames.CORS_OBSERVED, CorsEmitter.inChain()));
    filters.add(filter(FilterNames.CORS, CorsEmitter.inChain()));
    filters.add(filter(FilterNames.CORS_UPSTREAM, HeaderTransformEmitter.inChain()));
    filters.add(filter(FilterNames.IP_FILTER, IpFilterEmitter.inChain()));
    for (int i = 1; i <= rateLimits; i++) {
      filters.add(filter(FilterNames.rateLimit(i), RateLimitEmitter.inChain(i)));
    }
    filters.add(filter(FilterNames.HEADER_MUTATION, HeaderTransformEmitter.inChain()));
    filters.add(
        filter(
            FilterNames.ROUTER,
            Proto.any("envoy.extensions.filters.http.router.v3.Router")
                .with("suppress_envoy_headers", Node.bool(false))));
    return Node.arr(filters);
  }

  private static Node filter(String name, Node config) {
    return Proto.message("name", name).with("typed_config", config);
  }
}
