package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.translator.envoy.emit.AccessBlockEmitter;
import io.entente.translator.envoy.emit.CorrelationIdEmitter;
import io.entente.translator.envoy.emit.CorsEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.HeaderTransformEmitter;
import io.entente.translator.envoy.emit.IpFilterEmitter;
import io.entente.translator.envoy.emit.JwtDocument;
import io.entente.translator.envoy.emit.Proto;
import io.entente.translator.envoy.emit.RateLimitEmitter;
import io.entente.translator.envoy.emit.RequestSizeEmitter;
import io.entente.translator.envoy.emit.SpikeArrestEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The HTTP filters of the listener. Most are there whether a route uses them or not, and do nothing
 * where it does not: a changed listener drains its connections, a changed route does not. Those of
 * kinds that few estates use come with the first route that does.
 *
 * <p>Requests pass them downwards, answers upwards. So every request has its id first; a preflight
 * is answered before a block, a block before an address, an address before an agent, an agent
 * before a token, a token before its caller, a caller before a size, and what is too large is not
 * counted; spikes come before rate limits, whose tokens return later; header edits see only what
 * was let through. Answers, refusals included, are edited, then carry the id, and {@code cors} has
 * the last word.
 */
final class HttpFilters {

  private HttpFilters() {}

  /**
   * With at least as many spike arrests and rate limits as the busiest route has.
   *
   * @param tokens all policies that ask for one on any route
   * @param configured names of the filters that some route configures
   */
  static Node inOrder(
      int spikeArrests, int rateLimits, List<Policy> tokens, Set<String> configured) {
    var filters = new ArrayList<Node>();
    filters.add(filter(FilterNames.CORRELATION_ID, HeaderTransformEmitter.inChain()));
    filters.add(filter(FilterNames.CORRELATION_ID_KEPT, CorrelationIdEmitter.inChain()));
    filters.add(filter(FilterNames.CORS_ANY_ORIGIN, HeaderTransformEmitter.inChain()));
    filters.add(filter(FilterNames.CORS_OBSERVED, CorsEmitter.inChain()));
    filters.add(filter(FilterNames.CORS, CorsEmitter.inChain()));
    filters.add(filter(FilterNames.CORS_UPSTREAM, HeaderTransformEmitter.inChain()));
    filters.add(filter(FilterNames.CORRELATION_ID_ECHO, HeaderTransformEmitter.inChain()));
    filters.add(filter(FilterNames.ACCESS_BLOCK_OBSERVED, IpFilterEmitter.inChain()));
    filters.add(filter(FilterNames.ACCESS_BLOCK, AccessBlockEmitter.inChain()));
    filters.add(filter(FilterNames.IP_FILTER, IpFilterEmitter.inChain()));
    if (configured.contains(FilterNames.BOT_DETECTION)) {
      filters.add(filter(FilterNames.BOT_DETECTION, IpFilterEmitter.inChain()));
    }
    filters.add(filter(FilterNames.JWT, JwtDocument.inChain(tokens, Preflight.CHECK)));
    filters.add(filter(FilterNames.JWT_PREFLIGHT, JwtDocument.inChain(tokens, Preflight.PASS)));
    filters.add(filter(FilterNames.JWT_RULES, IpFilterEmitter.inChain()));
    if (configured.contains(FilterNames.CONSUMER_ACCESS)) {
      filters.add(filter(FilterNames.CONSUMER_ACCESS, IpFilterEmitter.inChain()));
    }
    filters.add(filter(FilterNames.REQUEST_SIZE_DECLARED, AccessBlockEmitter.inChain()));
    // It cannot be there and do nothing, so it is off until a route configures it.
    filters.add(
        filter(FilterNames.REQUEST_SIZE, RequestSizeEmitter.inChain())
            .with("disabled", Node.bool(true)));
    for (int i = 1; i <= spikeArrests; i++) {
      filters.add(filter(FilterNames.spikeArrest(i), SpikeArrestEmitter.inChain(i)));
    }
    for (int i = 1; i <= rateLimits; i++) {
      filters.add(filter(FilterNames.rateLimit(i), RateLimitEmitter.inChain(i)));
    }
    filters.add(filter(FilterNames.HEADER_MUTATION, HeaderTransformEmitter.inChain()));
    filters.add(filter(FilterNames.ACCESS_BLOCK_CONTENT, HeaderTransformEmitter.inChain()));
    filters.add(
        filter(
            FilterNames.ROUTER,
            Proto.any("envoy.extensions.filters.http.router.v3.Router")
                .with("suppress_envoy_headers", Node.bool(false))));
    return Node.arr(filters);
  }

  private static Node.Obj filter(String name, Node config) {
    return Proto.message("name", name).with("typed_config", config);
  }
}
