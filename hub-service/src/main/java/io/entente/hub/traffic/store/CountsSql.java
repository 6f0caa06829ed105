package io.entente.hub.traffic.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the statement for counts and percentiles. Values are always parameters, never text. */
final class CountsSql {

  /** Most groups a series follows: the busiest. */
  static final int SERIES_GROUPS = 20;

  private final List<Object> parameters = new ArrayList<>();
  private final String text;

  private CountsSql(TrafficQuery query, String time, String group, String tail) {
    text =
        """
        WITH picked AS (
          SELECT %s AS t, coalesce(%s, '') AS g, latency_bucket AS k, status
          FROM traffic_event WHERE %s),
        counted AS (
          SELECT t, g, k, count(*) AS n,
            count(*) FILTER (WHERE status >= 500) AS e,
            count(*) FILTER (WHERE status BETWEEN 400 AND 499) AS c,
            count(*) FILTER (WHERE status = 0) AS u
          FROM picked GROUP BY t, g, k),
        ranked AS (
          SELECT *, sum(n) OVER (PARTITION BY t, g ORDER BY k ROWS UNBOUNDED PRECEDING) AS upto,
            sum(n) OVER (PARTITION BY t, g) AS total
          FROM counted)
        SELECT t, g, CAST(sum(n) AS BIGINT) AS n, CAST(sum(e) AS BIGINT), CAST(sum(c) AS BIGINT),
          CAST(sum(u) AS BIGINT),
          min(k) FILTER (WHERE upto * 100 >= total * 50),
          min(k) FILTER (WHERE upto * 100 >= total * 95),
          min(k) FILTER (WHERE upto * 100 >= total * 99)
        FROM ranked %s
        """
            .formatted(time, group, where(query, parameters), tail);
  }

  static CountsSql total(TrafficQuery query) {
    return new CountsSql(query, "0", "''", "GROUP BY t, g");
  }

  static CountsSql groups(TrafficQuery query, int limit) {
    var tail = "GROUP BY t, g ORDER BY n DESC, g LIMIT " + limit;
    return new CountsSql(query, "0", query.groupBy().expression(), tail);
  }

  static CountsSql series(TrafficQuery query) {
    var step = query.step().toNanos() / 1000;
    var tail =
        "WHERE g IN (SELECT g FROM counted GROUP BY g ORDER BY sum(n) DESC, g LIMIT "
            + SERIES_GROUPS
            + ") GROUP BY t, g ORDER BY t, g";
    var time = "(time_us // " + step + ") * " + step;
    return new CountsSql(query, time, query.groupBy().expression(), tail);
  }

  static String where(TrafficQuery query, List<Object> parameters) {
    parameters.add(query.tenant().value());
    parameters.add(StoredEvent.micros(query.from()));
    parameters.add(StoredEvent.micros(query.to()));
    var where = new StringBuilder("tenant = ? AND time_us >= ? AND time_us < ?");
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
}
