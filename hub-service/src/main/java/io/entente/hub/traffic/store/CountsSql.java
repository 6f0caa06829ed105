package io.entente.hub.traffic.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;

/** Builds statements for counts. Values are always parameters, never text. */
final class CountsSql {

  /** The bucket of an event. */
  static final String BUCKET = LatencyBuckets.WIDE + " AS k";

  /** Requests, server errors, client errors and unanswered, of rows of one weight and kind. */
  static final String COUNTS =
      "weight AS w, aggregated AS x, count(*) AS n, count(*) FILTER (WHERE status >= 500) AS e,"
          + " count(*) FILTER (WHERE status BETWEEN 400 AND 499) AS c,"
          + " count(*) FILTER (WHERE status = 0) AS u";

  /**
   * The same for all that the rows stand for; then those of the requests that a sample stands for,
   * the variance of that, and those that came as counts. Counting first and multiplying then is the
   * quicker way.
   */
  static final String WEIGHED =
      "n * w AS n, e * w AS e, c * w AS c, u * w AS u,"
          + " CASE WHEN w > 1 AND NOT x THEN n * w ELSE 0 END AS s,"
          + " CASE WHEN x THEN 0 ELSE CAST(n AS DOUBLE) * w * (w - 1) END AS v,"
          + " CASE WHEN x THEN n * w ELSE 0 END AS a";

  private final List<Object> parameters = new ArrayList<>();
  private final String text;

  private CountsSql(Parts parts, Function<String, String> statement, List<String> behind) {
    text = statement.apply(parts.of(parameters));
    parameters.addAll(behind);
  }

  /**
   * What {@link Tally} adds up: time, group, counts, and the bucket that they are of. Where it is
   * null they are of all buckets, and how many of each is the last column. By time and group.
   *
   * @param only these; all where it is empty
   */
  static CountsSql rows(
      TrafficQuery query,
      Source source,
      boolean grouped,
      boolean series,
      Optional<List<String>> only) {
    var taken = source.ahead().isEmpty() ? BUCKETS : BUCKETS_AND_LATENCIES;
    // Outside of the parts: that many parameters take longer to prepare than to look through.
    String among = only.map(groups -> "WHERE g IN (" + listed(groups.size()) + ") ").orElse("");
    return new CountsSql(
        new Parts(query, source, grouped, series, taken),
        parts -> "SELECT * FROM (" + parts + ") " + among + "ORDER BY t, g",
        only.orElse(List.of()));
  }

  /** The busiest groups, one a row. */
  static CountsSql busiest(TrafficQuery query, Source source, int limit) {
    return new CountsSql(
        new Parts(query, source, true, false, REQUESTS),
        parts -> "SELECT g FROM (" + parts + ") GROUP BY g ORDER BY sum(n) DESC, g LIMIT " + limit,
        List.of());
  }

  /** As many parameters. */
  static String listed(int parameters) {
    return String.join(", ", Collections.nCopies(parameters, "?"));
  }

  /** What is taken of a unit and of an event. */
  private record Taken(String ofUnits, String ofEvents, String counted) {}

  private static final Taken BUCKETS = new Taken("", WEIGHED + ", k", BUCKET + ", " + COUNTS);

  private static final Taken BUCKETS_AND_LATENCIES =
      new Taken(
          "n, e, c, u, s, v, a, NULL AS k, latencies",
          WEIGHED + ", k, NULL AS latencies",
          BUCKETS.counted());

  private static final Taken REQUESTS = new Taken("n", "n * w AS n", "weight AS w, count(*) AS n");

  /** Rows of each part of the time, joined. */
  private record Parts(
      TrafficQuery query, Source source, boolean grouped, boolean series, Taken taken) {

    String of(List<Object> parameters) {
      var parts = new ArrayList<String>();
      String group = grouped ? "coalesce(" + query.groupBy().expression() + ", '')" : "''";
      for (Counted counted : source.ahead()) {
        for (TimeParts.Part part : counted.parts()) {
          parts.add(
              "SELECT %s AS t, %s AS g, %s FROM %s WHERE %s"
                  .formatted(
                      time("start_us"),
                      group,
                      taken.ofUnits(),
                      counted.rollUp().table(),
                      where(query, "start_us", part.from(), part.to(), parameters)));
        }
      }
      for (TimeParts.Part part : source.events()) {
        parts.add(
            "SELECT t, g, %s FROM (SELECT %s AS t, %s AS g, %s FROM traffic_event WHERE %s GROUP BY ALL)"
                .formatted(
                    taken.ofEvents(),
                    time("time_us"),
                    group,
                    taken.counted(),
                    where(query, "time_us", part.from(), part.to(), parameters)));
      }
      return String.join(" UNION ALL ", parts);
    }

    private String time(String column) {
      long step = query.step().toNanos() / 1000;
      return series ? "intDiv(" + column + ", " + step + ") * " + step : "0";
    }
  }

  /** Of events in the whole range of the question. */
  static String where(TrafficQuery query, List<Object> parameters) {
    long from = StoredEvent.micros(query.from());
    return where(query, "time_us", from, StoredEvent.micros(query.to()), parameters);
  }

  private static String where(
      TrafficQuery query, String time, long from, long to, List<Object> parameters) {
    parameters.add(query.tenant().value());
    parameters.add(from);
    parameters.add(to);
    var where = new StringBuilder("tenant = ? AND " + time + " >= ? AND " + time + " < ?");
    equal(where, parameters, "gateway", query.filter().gateway());
    equal(where, parameters, "api", query.filter().api());
    equal(where, parameters, "route", query.filter().route());
    equal(where, parameters, "consumer", query.filter().consumer());
    return where.toString();
  }

  private static void equal(
      StringBuilder where, List<Object> parameters, String column, Optional<String> wanted) {
    wanted.ifPresent(
        value -> {
          where.append(" AND ").append(column).append(" = ?");
          parameters.add(value);
        });
  }

  String text() {
    return text;
  }

  List<Object> parameters() {
    return parameters;
  }

  /** Parts of the time that a roll-up has counted. */
  record Counted(RollUp rollUp, List<TimeParts.Part> parts) {}

  /**
   * Where counts come from.
   *
   * @param ahead what is taken from roll-ups
   * @param events what is left to read from the events
   */
  record Source(List<Counted> ahead, List<TimeParts.Part> events) {

    Source {
      ahead = List.copyOf(ahead);
      events = List.copyOf(events);
    }

    static Source events(TrafficQuery query) {
      long from = StoredEvent.micros(query.from());
      return new Source(
          List.of(), List.of(new TimeParts.Part(from, StoredEvent.micros(query.to()))));
    }

    /**
     * Takes from {@code rollUp} what is left to read and it has.
     *
     * @param units where units begin that it has counted
     */
    Source with(RollUp rollUp, NavigableSet<Long> units) {
      var parts =
          events.stream()
              .map(part -> TimeParts.of(part.from(), part.to(), rollUp.unitMicros(), units))
              .toList();
      var rolled = parts.stream().flatMap(part -> part.rolled().stream()).toList();
      if (rolled.isEmpty()) {
        return this;
      }
      var more = new ArrayList<>(ahead);
      more.add(new Counted(rollUp, rolled));
      return new Source(more, parts.stream().flatMap(part -> part.raw().stream()).toList());
    }
  }
}
