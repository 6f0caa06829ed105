package io.entente.hub.traffic.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Counts kept per unit of time, some columns and latency bucket, so that long ranges are answered
 * without reading every event. They are kept where they are far fewer than the events: an hour has
 * too many APIs, routes and consumers for that, so those are counted by the day. No roll-up joins
 * more columns than questions of a page do; anything else is answered from the events.
 */
enum RollUp {
  GATEWAY_HOUR("rollup_gateway", TimeUnit.HOURS, Column.GATEWAY),
  STATUS_HOUR("rollup_status", TimeUnit.HOURS, Column.STATUS),
  API_DAY("rollup_api", TimeUnit.DAYS, Column.GATEWAY, Column.API),
  ROUTE_DAY("rollup_route", TimeUnit.DAYS, Column.GATEWAY, Column.API, Column.ROUTE),
  CONSUMER_DAY("rollup_consumer", TimeUnit.DAYS, Column.CONSUMER);

  /** A column of events that roll-ups count by. */
  enum Column {
    GATEWAY("gateway", "VARCHAR"),
    STATUS("status", "SMALLINT"),
    API("api", "VARCHAR"),
    ROUTE("route", "VARCHAR"),
    CONSUMER("consumer", "VARCHAR");

    private final String sql;
    private final String type;

    Column(String sql, String type) {
      this.sql = sql;
      this.type = type;
    }
  }

  private final String table;
  private final long unitMicros;
  private final List<Column> columns;

  RollUp(String table, TimeUnit unit, Column... columns) {
    this.table = table;
    this.unitMicros = unit.toMicros(1);
    this.columns = List.of(columns);
  }

  /** The first that has what the question groups and filters by. */
  static Optional<RollUp> serving(Set<Column> asked, long stepMicros) {
    for (RollUp rollUp : values()) {
      if (rollUp.columns.containsAll(asked) && stepMicros % rollUp.unitMicros == 0) {
        return Optional.of(rollUp);
      }
    }
    return Optional.empty();
  }

  /** The columns that a question needs; empty where no roll-up has them. */
  static Optional<Set<Column>> asked(TrafficQuery query, boolean grouped) {
    Set<Column> asked = EnumSet.noneOf(Column.class);
    if (grouped) {
      switch (query.groupBy()) {
        case GATEWAY -> asked.add(Column.GATEWAY);
        case API -> asked.add(Column.API);
        case ROUTE -> asked.addAll(Set.of(Column.API, Column.ROUTE));
        case CONSUMER -> asked.add(Column.CONSUMER);
        case STATUS, CLASS -> asked.add(Column.STATUS);
        case DECISION -> {
          return Optional.empty();
        }
      }
    }
    query.filter().gateway().ifPresent(x -> asked.add(Column.GATEWAY));
    query.filter().api().ifPresent(x -> asked.add(Column.API));
    query.filter().route().ifPresent(x -> asked.add(Column.ROUTE));
    query.filter().consumer().ifPresent(x -> asked.add(Column.CONSUMER));
    return Optional.of(asked);
  }

  String table() {
    return table;
  }

  /** Length of a unit; units begin at multiples of it since 1970. */
  long unitMicros() {
    return unitMicros;
  }

  long unitOf(long micros) {
    return Math.floorDiv(micros, unitMicros) * unitMicros;
  }

  String create() {
    var declared = new StringBuilder();
    columns.forEach(c -> declared.append(c.sql).append(' ').append(c.type).append(", "));
    return "CREATE TABLE IF NOT EXISTS "
        + table
        + " (tenant VARCHAR NOT NULL, start_us BIGINT NOT NULL, "
        + declared
        + "k SMALLINT NOT NULL, n BIGINT NOT NULL, e BIGINT NOT NULL, c BIGINT NOT NULL,"
        + " u BIGINT NOT NULL, s BIGINT DEFAULT 0, v DOUBLE DEFAULT 0, a BIGINT DEFAULT 0)";
  }

  /** What tables of earlier versions have not; what they counted stands for itself. */
  List<String> additions() {
    return List.of(
        "ALTER TABLE " + table + " ADD COLUMN IF NOT EXISTS s BIGINT DEFAULT 0",
        "ALTER TABLE " + table + " ADD COLUMN IF NOT EXISTS v DOUBLE DEFAULT 0",
        "ALTER TABLE " + table + " ADD COLUMN IF NOT EXISTS a BIGINT DEFAULT 0");
  }

  /** Counts one unit: parameters are its start, and its first and last microsecond. */
  String fill() {
    var names = new StringBuilder();
    columns.forEach(c -> names.append(c.sql).append(", "));
    return "INSERT INTO "
        + table
        + " SELECT tenant, CAST(? AS BIGINT), "
        + names
        + "k, "
        + CountsSql.WEIGHED
        + " FROM (SELECT tenant, "
        + names
        + LatencyBuckets.WIDE
        + " AS k, "
        + CountsSql.COUNTS
        + " FROM traffic_event WHERE time_us BETWEEN ? AND ? GROUP BY ALL) ORDER BY ALL";
  }
}
