package io.entente.engine;

import io.entente.policy.ResponseCache;
import io.entente.policy.resolution.RouteTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must be the same for an answer to be given again.
 *
 * @param path as written
 * @param query values by parameter, decoded
 * @param headers values of Host, of those that make another request, and of those that say who
 *     calls
 * @param caller whom a credential names; empty where answers are everybody's
 */
record CacheKey(
    RouteTarget route,
    String method,
    String path,
    SortedMap<String, List<String>> query,
    SortedMap<String, List<String>> headers,
    Optional<String> caller) {

  private static final List<String> CALLER =
      List.of("authorization", "proxy-authorization", "cookie");

  static CacheKey of(ResponseCache rule, Exchange exchange, Optional<String> caller) {
    var names = new ArrayList<>(rule.varyHeaders());
    names.add("host");
    if (rule.perCaller()) {
      names.addAll(CALLER);
    }
    var headers = new TreeMap<String, List<String>>();
    names.forEach(name -> headers.put(name, exchange.requestHeaders().get(name)));
    var query = new QueryText(exchange.query()).parameters();
    if (!rule.variesByAnyParameter()) {
      query.keySet().retainAll(rule.varyQuery());
    }
    return new CacheKey(
        exchange.route(),
        exchange.method(),
        exchange.path(),
        query,
        headers,
        rule.perCaller() ? caller : Optional.empty());
  }
}
