package io.entente.hub.traffic.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Counts kept per unit of time and some columns, latencies among them, so that long ranges are
 * answered without reading every event. An hour counts what is asked of a day or of its edges, a
 * minute what is drawn finely; of the hours at hand, five minutes are counted until whole hours
 * are. No roll-up joins more columns than questions of a page do; anything else is answered from
 * the events.
 */
enum RollUp {
  // The coarsest first, and of those that count alike the one of the fewest columns.
  ALL_DAY(Span.DAY, Span.DAY),
  GATEWAY_DAY(Span.DAY, Span.DAY, Column.GATEWAY),
  STATUS_DAY(Span.DAY, Span.DAY, Column.STATUS),
  API_DAY(Span.DAY, Span.DAY, Column.GATEWAY, Column.API),
  ROUTE_DAY(Span.DAY, Span.DAY, Column.GATEWAY, Column.API, Column.ROUTE),
  CONSUMER_DAY(Span.DAY, Span.DAY, Column.CONSUMER),
  ALL_HOUR(Span.HOUR, Span.HOUR),
  GATEWAY_HOUR(Span.HOUR, Span.HOUR, Column.GATEWAY),
  STATUS_HOUR(Span.HOUR, Span.HOUR, Column.STATUS),
  API_HOUR(Span.HOUR, Span.HOUR, Column.GATEWAY, Column.API),
  CONSUMER_HOUR(Span.HOUR, Span.HOUR, Column.CONSUMER),
  GATEWAY_MINUTE(Span.HOUR, Span.MINUTE, Column.GATEWAY),
  STATUS_MINUTE(Span.HOUR, Span.MINUTE, Column.STATUS),
  GATEWAY_RECENT(Span.FIVE_MINUTES, Span.MINUTE, Column.GATEWAY),
  STATUS_RECENT(Span.FIVE_MINUTES, Span.MINUTE, Column.STATUS),
  API_RECENT(Span.FIVE_MINUTES, Span.FIVE_MINUTES, Column.GATEWAY, Column.API),
  CONSUMER_RECENT(Span.FIVE_MINUTES, Span.FIVE_MINUTES, Column.CONSUMER);

  /** Lengths of time; they begin at multiples of it since 1970. */
  enum Span {
    DAY(Duration.ofDays(1)),
    HOUR(Duration.ofHours(1)),
    FIVE_MINUTES(Duration.ofMinutes(5)),
    MINUTE(Duration.ofMinutes(1));

    private final long micros;

    Span(Duration length) {
      this.micros = length.toNanos() / 1000;
    }

    long micros() {
      return micros;
    }

    /** Where that begins which {@code micros} is in. */
    long startOf(long micros) {
      return Math.floorDiv(micros, this.micros) * this.micros;
    }
  }

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

  private final Span unit;
  private final Span grain;
  private final List<Column> columns;

  /**
   * @param unit counted at once
   * @param grain of what is counted of a unit
   */
  RollUp(Span unit, Span grain, Column... columns) {
    this.unit = unit;
    this.grain = grain;
    this.columns = List.of(columns);
  }

  /**
   * Those that have what the question groups and filters by, the longest unit first, one of each.
   */
  static List<RollUp> serving(Set<Column> asked, long stepMicros) {
    List<RollUp> serving = new ArrayList<>();
    for (RollUp rollUp : values()) {
      if (rollUp.columns.containsAll(asked)
          && stepMicros % rollUp.grain.micros() == 0
          && serving.stream().noneMatch(longer -> longer.unit == rollUp.unit)) {
        serving.add(rollUp);
      }
    }
    return serving;
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
    return "counted_" + name().toLowerCase(Locale.ROOT);
  }

  /** What is counted at once. */
  Span unit() {
    return unit;
  }

  long unitMicros() {
    return unit.micros();
  }

  long unitOf(long micros) {
    return unit.startOf(micros);
  }

  /** Whether it is kept only until hours are counted. */
  boolean recent() {
    return unit == Span.FIVE_MINUTES;
  }

  String create() {
    var declared = new StringBuilder();
    columns.forEach(c -> declared.append(c.sql).append(' ').append(c.type).append(", "));
    return "CREATE TABLE IF NOT EXISTS "
        + table()
        + " (start_us BIGINT NOT NULL, tenant VARCHAR NOT NULL, "
        + declared
        + "n BIGINT NOT NULL, e BIGINT NOT NULL, c BIGINT NOT NULL, u BIGINT NOT NULL,"
        + " s BIGINT NOT NULL, v DOUBLE NOT NULL, a BIGINT NOT NULL, latencies BLOB NOT NULL)";
  }

  /**
   * Counts one unit by latency: parameters are its start, twice, and its first and last
   * microsecond. What belongs to one row of the table follows each other; the {@link #places}
   * follow the counts.
   */
  String count() {
    String places = places();
    return "SELECT start_us AS t, '' AS g, "
        + CountsSql.WEIGHED
        + ", k, "
        + places
        + " FROM (SELECT ? + intDiv(time_us - ?, "
        + grain.micros()
        + ") * "
        + grain.micros()
        + " AS "
        + places
        + ", "
        + CountsSql.BUCKET
        + ", "
        + CountsSql.COUNTS
        + " FROM traffic_event WHERE time_us BETWEEN ? AND ? GROUP BY ALL) ORDER BY "
        + places;
  }

  /** What tells rows of the table apart. */
  private String places() {
    var names = new StringBuilder("start_us, tenant");
    columns.forEach(c -> names.append(", ").append(c.sql));
    return names.toString();
  }

  /** How many columns tell rows of the table apart. */
  int placeCount() {
    return 2 + columns.size();
  }
}
