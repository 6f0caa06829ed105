package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares headers by name; what the gateway makes up anew each time is left out. */
final class HeaderComparison {

  static final Set<String> RESPONSE_VARIES =
      Set.of(
          "date",
          "server",
          "via",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "content-length",
          "x-kong-upstream-latency",
          "x-kong-proxy-latency",
          "x-kong-response-latency",
          "x-kong-request-id",
          "x-cache-key");
  static final Set<String> UPSTREAM_VARIES =
      Set.of("connection", "via", "x-kong-request-id", "content-length", "x-forwarded-port");
  private static final Set<String> CLOCK = Set.of("ratelimit-reset", "retry-after");

  private final Normal recordedNormal;
  private final Normal gotNormal;

  HeaderComparison(Normal recordedNormal, Normal gotNormal) {
    this.recordedNormal = recordedNormal;
    this.gotNormal = gotNormal;
  }

  /**
   * @param tolerated name to "ignore" or "present"
   * @param recordedAt milliseconds at which the recorded request was sent
   */
  List<String> differences(
      JsonNode recorded,
      JsonNode got,
      Set<String> varies,
      JsonNode tolerated,
      long recordedAt,
      long gotAt) {
    Map<String, List<String>> a = table(recorded, varies, recordedNormal);
    Map<String, List<String>> b = table(got, varies, gotNormal);
    var names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    var differences = new ArrayList<String>();
    for (String name : names) {
      List<String> x = a.getOrDefault(name, List.of());
      List<String> y = b.getOrDefault(name, List.of());
      String tolerance = tolerated.path(name).asText("");
      boolean both = !x.isEmpty() && !y.isEmpty();
      boolean fine =
          x.equals(y)
              || tolerance.equals("ignore")
              || (both && tolerance.equals("present"))
              || (both && CLOCK.contains(name) && sameCountdown(x, recordedAt, y, gotAt))
              || (both && name.equals("age") && near(x, y));
      if (!fine) {
        differences.add("header " + name + ": recorded " + x + ", got " + y);
      }
    }
    return differences;
  }

  private static Map<String, List<String>> table(JsonNode headers, Set<String> varies, Normal n) {
    var table = new TreeMap<String, List<String>>();
    for (JsonNode header : headers) {
      String name = header.get(0).asText();
      String value = header.get(1).asText();
      if (name.equals("x-consumer-groups")) {
        String[] groups = value.split(", ", -1);
        Arrays.sort(groups);
        value = String.join(", ", groups);
      }
      if (!varies.contains(name)) {
        table.computeIfAbsent(name, k -> new ArrayList<>()).add(n.text(value));
      }
    }
    return table;
  }

  private static boolean near(List<String> a, List<String> b) {
    return Math.abs(Integer.parseInt(a.get(0)) - Integer.parseInt(b.get(0))) <= 1;
  }

  /** Both count down to the end of the same kind of window. */
  private static boolean sameCountdown(List<String> a, long atA, List<String> b, long atB) {
    long x = Long.parseLong(a.get(0));
    long y = Long.parseLong(b.get(0));
    Map<String, Long> leftA = left(atA);
    Map<String, Long> leftB = left(atB);
    return leftA.keySet().stream()
        .anyMatch(unit -> Math.abs(leftA.get(unit) - x) <= 1 && Math.abs(leftB.get(unit) - y) <= 1);
  }

  private static Map<String, Long> left(long epochMillis) {
    long t = epochMillis / 1000;
    ZonedDateTime utc = Instant.ofEpochSecond(t).atZone(ZoneOffset.UTC);
    long intoDay = t % 86400;
    var left = new TreeMap<String, Long>();
    left.put("second", 1L);
    left.put("minute", 60 - t % 60);
    left.put("hour", 3600 - t % 3600);
    left.put("day", 86400 - intoDay);
    left.put("month", 2592000 - (utc.getDayOfMonth() - 1) * 86400L - intoDay);
    left.put("year", 31536000 - (utc.getDayOfYear() - 1) * 86400L - intoDay);
    return left;
  }
}
