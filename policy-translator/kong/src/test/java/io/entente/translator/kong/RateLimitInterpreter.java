package io.entente.translator.kong;

import io.entente.model.tree.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What rate-limiting does on one node with requests one after the other, as recorded: wall-clock
 * windows, counted by route and identifier and by nothing else, only what every window lets
 * through.
 */
final class RateLimitInterpreter {

  private static final Map<String, Long> UNITS =
      Map.of("second", 1L, "minute", 60L, "hour", 3600L, "day", 86_400L);

  private final Map<String, Long> limits = new LinkedHashMap<>();
  private final String limitBy;
  private final Optional<String> header;
  private final Map<String, Long> counts = new HashMap<>();

  RateLimitInterpreter(Node config) {
    Node.Obj fields = (Node.Obj) config;
    UNITS.forEach(
        (unit, seconds) ->
            fields.field(unit).ifPresent(value -> limits.put(unit, Requests.number(value))));
    this.limitBy = fields.field("limit_by").map(Recorded::text).orElse("consumer");
    this.header = fields.field("header_name").map(Recorded::text);
  }

  /** True when the request passes. */
  boolean takes(
      long second, String route, String service, String address, Map<String, String> headers) {
    String identifier =
        switch (limitBy) {
          case "service" -> service;
          case "header" -> headers.getOrDefault(header.orElseThrow(), address);
          // nobody authenticates here, so that there is no consumer
          case "ip", "consumer" -> address;
          default -> throw new IllegalArgumentException("limit_by " + limitBy);
        };
    var keys = new HashMap<String, Long>();
    limits.forEach(
        (unit, limit) ->
            keys.put(
                route + " " + identifier + " " + unit + " " + second / UNITS.getOrDefault(unit, 1L),
                limit));
    boolean fits =
        keys.entrySet().stream().allMatch(e -> counts.getOrDefault(e.getKey(), 0L) < e.getValue());
    if (fits) {
      keys.keySet().forEach(key -> counts.merge(key, 1L, Long::sum));
    }
    return fits;
  }
}
