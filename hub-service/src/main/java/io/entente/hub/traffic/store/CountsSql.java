package io.entente.hub.traffic.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Builds the statement for counts and percentiles. Values are always parameters, never text. */
final class CountsSql {

  /** Most groups a series follows: the busiest. */
  static final int SERIES_GROUPS = 20;

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

  private CountsSql(
      TrafficQuery query,
      Source source,
      String step,
      String group,
      Optional<List<String>> only,
      String tail) {
    boolean series = !step.isEmpty();
    text =
        """
        WITH picked AS (%s),
        counted AS (
          SELECT %s AS t, g, k, CAST(sum(n) AS BIGINT) AS n, CAST(sum(e) AS BIGINT) AS e,
            CAST(sum(c) AS BIGINT) AS c, CAST(sum(u) AS BIGINT) AS u,
            CAST(sum(s) AS BIGINT) AS s, sum(v) AS v, CAST(sum(a) AS BIGINT) AS a
          FROM picked GROUP BY %s g, k),
        ranked AS (
          SELECT *, sum(n) OVER (PARTITION BY t, g ORDER BY k ROWS UNBOUNDED PRECEDING) AS upto,
            sum(n) OVER (PARTITION BY t, g) AS total
          FROM counted)
        SELECT t, g, CAST(sum(n) AS BIGINT) AS requests, CAST(sum(e) AS BIGINT),
          CAST(sum(c) AS BIGINT), CAST(sum(u) AS BIGINT),
          min(k) FILTER (WHERE upto * 100 >= total * 50),
          min(k) FILTER (WHERE upto * 100 >= total * 95),
          min(k) FILTER (WHERE upto * 100 >= total * 99),
          CAST(sum(s) AS BIGINT), sum(v), CAST(sum(a) AS BIGINT)
        FROM ranked %s
        """
            .formatted(
                picked(query, source, step, group, ROWS, only),
                // A column that is the same everywhere would be grouped by all the same.
                series ? "t" : "0",
                series ? "t," : "",
                tail);
  }

  static CountsSql total(TrafficQuery query, Source source) {
    return new CountsSql(query, source, "", "''", Optional.empty(), "GROUP BY t, g");
  }

  /** The busiest groups, one a row. */
  static CountsSql busiest(TrafficQuery query, Source source, int limit) {
    return new CountsSql(query, source, limit);
  }

  private CountsSql(TrafficQuery query, Source source, int limit) {
    String group = query.groupBy().expression();
    text =
        "SELECT g FROM (%s) GROUP BY g ORDER BY sum(n) DESC, g LIMIT %d"
            .formatted(picked(query, source, "", group, REQUESTS, Optional.empty()), limit);
  }

  /**
   * @param only these; all where it is empty
   */
  static CountsSql groups(
      TrafficQuery query, Source source, Optional<List<String>> only, int limit) {
    var tail = "GROUP BY t, g ORDER BY requests DESC, g LIMIT " + limit;
    return new CountsSql(query, source, "", query.groupBy().expression(), only, tail);
  }

  /**
   * @param only these; the busiest of all where it is empty
   */
  static CountsSql series(TrafficQuery query, Source source, Optional<List<String>> only) {
    var tail =
        "WHERE g IN (SELECT g FROM counted GROUP BY g ORDER BY sum(n) DESC, g LIMIT "
            + SERIES_GROUPS
            + ") GROUP BY t, g ORDER BY t, g";
    String step = Long.toString(query.step().toNanos() / 1000);
    return new CountsSql(query, source, step, query.groupBy().expression(), only, tail);
  }

  /** What is taken of a unit and of an event. */
  private record Taken(String ofUnits, String ofEvents, String counted) {}

  private static final Taken ROWS =
      new Taken(
          "k, n, e, c, u, s, v, a", "k, " + WEIGHED, LatencyBuckets.WIDE + " AS k, " + COUNTS);

  private static final Taken REQUESTS = new Taken("n", "n * w AS n", "weight AS w, count(*) AS n");

  private String picked(
      TrafficQuery query,
      Source source,
      String step,
      String group,
      Taken taken,
      Optional<List<String>> only) {
    var parts = new ArrayList<String>();
    for (TimeParts.Part part : source.time().rolled()) {
      String table = source.rollUp().orElseThrow().table();
      parts.add(
          "SELECT %s AS t, coalesce(%s, '') AS g, %s FROM %s WHERE %s%s"
              .formatted(
                  time("start_us", step),
                  group,
                  taken.ofUnits(),
                  table,
                  where(query, "start_us", part.from(), part.to(), parameters),
                  among(group, only)));
    }
    for (TimeParts.Part part : source.time().raw()) {
      parts.add(
          "SELECT t, g, %s FROM (SELECT %s AS t, coalesce(%s, '') AS g, %s FROM traffic_event WHERE %s%s GROUP BY ALL)"
              .formatted(
                  taken.ofEvents(),
                  time("time_us", step),
                  group,
                  taken.counted(),
                  where(query, "time_us", part.from(), part.to(), parameters),
                  among(group, only)));
    }
    return String.join(" UNION ALL ", parts);
  }

  private String among(String group, Optional<List<String>> only) {
    if (only.isEmpty()) {
      return "";
    }
    parameters.addAll(only.get());
    return " AND coalesce(%s, '') IN (%s)"
        .formatted(group, String.join(", ", Collections.nCopies(only.get().size(), "?")));
  }

  private static String time(String column, String step) {
    return step.isEmpty() ? "0" : "intDiv(" + column + ", " + step + ") * " + step;
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

  /**
   * Where counts come from.
   *
   * @param rollUp present when a part of the time is counted by it
   */
  record Source(Optional<RollUp> rollUp, TimeParts time) {

    Source {
      if (rollUp.isEmpty() && !time.rolled().isEmpty()) {
        throw new IllegalArgumentException("parts of " + time + " are rolled up by nothing");
      }
    }

    static Source events(TrafficQuery query) {
      return new Source(
          Optional.empty(),
          TimeParts.unrolled(StoredEvent.micros(query.from()), StoredEvent.micros(query.to())));
    }
  }
}
