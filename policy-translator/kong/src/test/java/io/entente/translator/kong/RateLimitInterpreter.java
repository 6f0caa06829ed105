package io.entente.translator.kong;

import io.entente.model.tree.Node;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What rate-limiting does on one node with requests one after the other, as recorded: wall-clock
 * windows, counted by route and identifier and by nothing else, only what every window lets
 * through. As its documents have it, months are the calendar's, and a count of one is forgotten 30
 * days after it began.
 */
final class RateLimitInterpreter {

  private static final Map<String, Long> UNITS =
      Map.of("second", 1L, "minute", 60L, "hour", 3600L, "day", 86_400L, "month", 2_592_000L);

  private final Map<String, Long> limits = new LinkedHashMap<>();
  private final String limitBy;
  private final Optional<String> header;
  private final Map<String, Count> counts = new HashMap<>();

  /** Requests counted in one window, until they are forgotten. */
  private record Count(long requests, long until) {}

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
    String caller = route + " " + identifier + " ";
    boolean fits =
        limits.entrySet().stream()
            .allMatch(
                limit -> counted(key(caller, limit.getKey(), second), second) < limit.getValue());
    if (fits) {
      limits.keySet().forEach(unit -> count(key(caller, unit, second), unit, second));
    }
    return fits;
  }

  private long counted(String key, long second) {
    return Optional.ofNullable(counts.get(key))
        .filter(count -> second < count.until())
        .map(Count::requests)
        .orElse(0L);
  }

  private void count(String key, String unit, long second) {
    long before = counted(key, second);
    counts.put(
        key,
        before == 0
            ? new Count(1, second + seconds(unit))
            : new Count(before + 1, counts.get(key).until()));
  }

  private static String key(String caller, String unit, long second) {
    return caller
        + unit
        + " "
        + (unit.equals("month")
            ? YearMonth.from(Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC))
            : second / seconds(unit));
  }

  private static long seconds(String unit) {
    return UNITS.getOrDefault(unit, 1L);
  }
}
