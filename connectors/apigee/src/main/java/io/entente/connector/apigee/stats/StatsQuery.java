package io.entente.connector.apigee.stats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to ask the statistics for, by minutes.
 *
 * @param dimensions by what to group; the last part of the path
 * @param metrics for example {@code sum(message_count)}
 * @param from first minute
 * @param to after the last minute
 * @param limit most rows of the answer
 * @param offset rows to leave out
 */
public record StatsQuery(
    List<String> dimensions,
    List<String> metrics,
    Instant from,
    Instant to,
    int limit,
    int offset) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  public StatsQuery {
    if (dimensions.isEmpty() || metrics.isEmpty()) {
      throw new IllegalArgumentException("a query of statistics has no dimension or no metric");
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("time " + from + " to " + to + " is empty");
    }
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("limit " + limit + " or offset " + offset);
    }
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
  }

  /** The last segment of the path, not escaped. */
  public String path() {
    return String.join(",", dimensions);
  }

  /** Query parameters by name, not escaped. */
  public SortedMap<String, String> parameters() {
    var parameters = new TreeMap<String, String>();
    parameters.put("select", String.join(",", metrics));
    parameters.put("timeRange", TIME.format(from) + "~" + TIME.format(to));
    parameters.put("timeUnit", "minute");
    parameters.put("tsAscending", "true");
    parameters.put("limit", Integer.toString(limit));
    parameters.put("offset", Integer.toString(offset));
    return Collections.unmodifiableSortedMap(parameters);
  }
}
