package io.entente.bench.query;

import io.entente.hub.traffic.store.EventFilter;
import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One question, for the store and as SQL for PostgreSQL.
 *
 * @param dashboard whether a page asks it by itself; otherwise somebody drills down
 * @param ours asks the store; answers a number by which both answers are compared
 * @param sql the same for PostgreSQL, that number first in its first row
 */
record Question(String name, boolean dashboard, ToLongFunction<TrafficStore> ours, String sql) {

  // Within an hour and a day, as now always is.
  private static final Instant END =
      Workload.START.plus(Workload.SPAN).minus(Duration.ofMinutes(317));
  private static final String PERCENTILES =
      "percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY duration_ns)";

  static List<Question> all() {
    return List.of(
        summary("gateways-30d", true, GroupBy.GATEWAY, "gateway", Duration.ofDays(30), ""),
        summary("apis-30d", true, GroupBy.API, "api", Duration.ofDays(30), ""),
        summary("classes-30d", true, GroupBy.CLASS, "status / 100", Duration.ofDays(30), ""),
        summary("consumers-30d", true, GroupBy.CONSUMER, "consumer", Duration.ofDays(30), ""),
        summary("apis-24h", true, GroupBy.API, "api", Duration.ofDays(1), ""),
        summary("gateway-apis-7d", true, GroupBy.API, "api", Duration.ofDays(7), "gateway-3"),
        series("series-24h", GroupBy.CLASS, "status / 100", Duration.ofDays(1), 300, ""),
        series("series-30d", GroupBy.GATEWAY, "gateway", Duration.ofDays(30), 21_600, ""),
        series(
            "gateway-series-1h",
            GroupBy.CLASS,
            "status / 100",
            Duration.ofHours(1),
            60,
            "gateway-3"),
        raw("api-consumers-1d", GroupBy.CONSUMER, "consumer", Duration.ofDays(1)),
        raw("api-routes-30d", GroupBy.ROUTE, "api || '/' || route", Duration.ofDays(30)),
        errors(),
        slow(),
        needle(),
        trace(),
        consumer());
  }

  private static Question summary(
      String name, boolean dashboard, GroupBy by, String column, Duration back, String gateway) {
    var query = query(back, by, Duration.ofDays(1), gateway, "");
    return new Question(
        name,
        dashboard,
        store -> store.summary(query).total().requests(),
        "SELECT sum(n) OVER (), * FROM (SELECT count(*) n, count(*) FILTER (WHERE status >= 500) e,"
            + " "
            + PERCENTILES
            + " p, "
            + column
            + " g FROM traffic_event WHERE "
            + where(back, gateway, "")
            + " GROUP BY g) counted ORDER BY n DESC LIMIT 200");
  }

  private static Question series(
      String name, GroupBy by, String column, Duration back, int step, String gateway) {
    var query = query(back, by, Duration.ofSeconds(step), gateway, "");
    return new Question(
        name,
        true,
        store -> store.series(query).stream().mapToLong(p -> p.counts().requests()).sum(),
        "SELECT sum(n) OVER (), * FROM (SELECT count(*) n, "
            + PERCENTILES
            + " p, "
            + column
            + " g, time_us / "
            + step * 1_000_000L
            + " t FROM traffic_event WHERE "
            + where(back, gateway, "")
            + " GROUP BY g, t) counted ORDER BY t, g");
  }

  private static Question raw(String name, GroupBy by, String column, Duration back) {
    var query = query(back, by, Duration.ofDays(1), "", "api-3");
    return new Question(
        name,
        false,
        store -> store.summary(query).total().requests(),
        "SELECT sum(n) OVER (), * FROM (SELECT count(*) n, "
            + PERCENTILES
            + " p, "
            + column
            + " g FROM traffic_event WHERE "
            + where(back, "", "api-3")
            + " GROUP BY g) counted ORDER BY n DESC LIMIT 200");
  }

  private static Question errors() {
    var query = query(Duration.ofDays(30), GroupBy.API, Duration.ofDays(1), "", "api-3");
    return new Question(
        "api-errors-30d",
        false,
        store -> store.errors(query, 500, 100).size(),
        "SELECT count(*) OVER (), * FROM (SELECT * FROM traffic_event WHERE "
            + where(Duration.ofDays(30), "", "api-3")
            + " AND status >= 500 ORDER BY time_us DESC, event_id LIMIT 100) found");
  }

  private static Question slow() {
    var query = query(Duration.ofDays(7), GroupBy.API, Duration.ofDays(1), "", "");
    var filter = new EventFilter(0, 999, Duration.ofMillis(400), Optional.empty());
    return new Question(
        "slow-7d",
        false,
        store -> store.events(query, filter, Optional.empty(), 100).size(),
        "SELECT count(*) OVER (), * FROM (SELECT * FROM traffic_event WHERE "
            + where(Duration.ofDays(7), "", "")
            + " AND duration_ns >= 400000000 ORDER BY time_us DESC, gateway, event_id LIMIT 100)"
            + " found");
  }

  /** One event by its id, of any time. */
  private static Question needle() {
    String id = new Workload(1, true).next(1).get(0).id();
    return new Question(
        "event-by-id",
        false,
        store -> store.event(Workload.TENANT, Optional.empty(), id, 100).size(),
        "SELECT count(*) OVER (), * FROM traffic_event WHERE tenant = 'main' AND event_id = '"
            + id
            + "'");
  }

  /** All of one trace, which the question is just wide enough for. */
  private static Question trace() {
    Duration back = Duration.ofDays(30);
    Optional<String> trace = new Workload(1, true).next(1).get(0).trace();
    var query = query(back, GroupBy.API, Duration.ofDays(1), "", "");
    var filter = new EventFilter(0, 999, Duration.ZERO, trace);
    return new Question(
        "trace-30d",
        false,
        store -> store.events(query, filter, Optional.empty(), 100).size(),
        "SELECT count(*) OVER (), * FROM traffic_event WHERE "
            + where(back, "", "")
            + " AND trace = '"
            + trace.orElseThrow()
            + "'");
  }

  private static Question consumer() {
    Duration back = Duration.ofDays(30);
    var filter =
        new TrafficFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("consumer-7"));
    var query =
        new TrafficQuery(
            Workload.TENANT, END.minus(back), END, filter, GroupBy.API, Duration.ofDays(1));
    return new Question(
        "consumer-requests-30d",
        false,
        store -> store.events(query, EventFilter.ALL, Optional.empty(), 100).size(),
        "SELECT count(*) OVER (), * FROM (SELECT * FROM traffic_event WHERE "
            + where(back, "", "")
            + " AND consumer = 'consumer-7' ORDER BY time_us DESC, gateway, event_id LIMIT 100)"
            + " found");
  }

  private static TrafficQuery query(
      Duration back, GroupBy by, Duration step, String gateway, String api) {
    var filter =
        new TrafficFilter(
            Optional.of(gateway).filter(g -> !g.isEmpty()),
            Optional.of(api).filter(a -> !a.isEmpty()),
            Optional.empty(),
            Optional.empty());
    return new TrafficQuery(Workload.TENANT, END.minus(back), END, filter, by, step);
  }

  private static String where(Duration back, String gateway, String api) {
    return "tenant = 'main' AND time_us >= "
        + END.minus(back).toEpochMilli() * 1000
        + " AND time_us < "
        + END.toEpochMilli() * 1000
        + (gateway.isEmpty() ? "" : " AND gateway = '" + gateway + "'")
        + (api.isEmpty() ? "" : " AND api = '" + api + "'");
  }
}
