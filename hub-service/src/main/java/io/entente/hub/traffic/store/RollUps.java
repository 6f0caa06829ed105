package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Which units each roll-up has counted. What is counted equals the events at any commit: an event
 * that comes late takes the count of its units back in its own transaction, and they are counted
 * again later. For the one thread that writes.
 */
final class RollUps {

  /** The table of units that are counted. */
  static final String DONE =
      "CREATE TABLE IF NOT EXISTS counted_unit (rollup VARCHAR NOT NULL, start_us BIGINT NOT NULL,"
          + " PRIMARY KEY (rollup, start_us))";

  // A unit counted at once would be taken back by every event that is a little late.
  private static final Duration SETTLE = Duration.ofMinutes(5);
  private static final Duration SETTLE_RECENT = Duration.ofMinutes(1);

  // Whole hours are counted long before.
  private static final Duration RECENT = Duration.ofHours(3);

  // Many small units share a transaction; writing waits for it.
  private static final Duration ENOUGH = Duration.ofMillis(100);

  // What wrong clocks say of longer ago is left to the events.
  private static final Duration COUNTED = Duration.ofDays(400);

  private static final Map<RollUp.Span, List<RollUp>> BY_UNIT =
      Arrays.stream(RollUp.values()).collect(Collectors.groupingBy(RollUp::unit));

  private final DuckDBConnection connection;
  private final Map<RollUp, NavigableSet<Long>> done = new EnumMap<>(RollUp.class);

  RollUps(DuckDBConnection connection) throws SQLException {
    this.connection = connection;
    reload();
  }

  /** Takes over what the file says: after a transaction that did not commit. */
  void reload() throws SQLException {
    done.values().forEach(NavigableSet::clear);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT rollup, start_us FROM counted_unit")) {
      while (rows.next()) {
        units(RollUp.valueOf(rows.getString(1))).add(rows.getLong(2));
      }
    }
  }

  /** Takes back the counts of the units that {@code events} fall into; inside a transaction. */
  <T> void takeBack(List<T> events, RowForm<T> form) throws SQLException {
    for (RollUp.Span span : BY_UNIT.keySet()) {
      var units = new TreeSet<Long>();
      long last = Long.MIN_VALUE;
      for (T event : events) {
        long unit = span.startOf(form.micros(event));
        // Most events fall into the unit of the one before.
        if (unit != last) {
          units.add(unit);
          last = unit;
        }
      }
      takeBack(span, units);
    }
  }

  /** The same for events that the hub received within a time, before they go. */
  void takeBackReceived(long from, long before) throws SQLException {
    for (RollUp.Span span : BY_UNIT.keySet()) {
      var units = new TreeSet<Long>();
      try (var statement =
          connection.prepareStatement(
              "SELECT DISTINCT intDiv(time_us, "
                  + span.micros()
                  + ") FROM traffic_event WHERE observed_us >= ? AND observed_us < ?")) {
        statement.setLong(1, from);
        statement.setLong(2, before);
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            units.add(rows.getLong(1) * span.micros());
          }
        }
      }
      takeBack(span, units);
    }
  }

  /**
   * Counts units that are over and not counted, the oldest first, for a short while; inside a
   * transaction. Returns whether there were any.
   */
  boolean countSome(Instant now) throws SQLException {
    long until = System.nanoTime() + ENOUGH.toNanos();
    long[] held = held();
    boolean any = false;
    for (RollUp rollUp : RollUp.values()) {
      Duration settle = rollUp.recent() ? SETTLE_RECENT : SETTLE;
      Duration counted = rollUp.recent() ? RECENT : COUNTED;
      long oldest = rollUp.unitOf(StoredEvent.micros(now.minus(counted)));
      long first = Math.max(rollUp.unitOf(held[0]), oldest);
      long last = Math.min(rollUp.unitOf(StoredEvent.micros(now.minus(settle))), held[1] + 1);
      var missing = missing(rollUp, first, last);
      if (missing.isPresent()) {
        count(rollUp, missing.getAsLong(), last, until);
        any = true;
        if (rollUp.recent()) {
          forget(rollUp, oldest);
        }
      }
      if (any && System.nanoTime() - until > 0) {
        return true;
      }
    }
    return any;
  }

  /** What hours have counted since. */
  private void forget(RollUp rollUp, long before) throws SQLException {
    var old = units(rollUp).headSet(before, false);
    if (!old.isEmpty()) {
      remove(rollUp, old.first(), before);
      old.clear();
    }
  }

  /** The first unit not counted of those that begin from one moment to before another. */
  private OptionalLong missing(RollUp rollUp, long from, long to) {
    for (long start = from; start < to; start += rollUp.unitMicros()) {
      if (!units(rollUp).contains(start)) {
        return OptionalLong.of(start);
      }
    }
    return OptionalLong.empty();
  }

  /** Counts one unit, and more while there is time. */
  private void count(RollUp rollUp, long from, long last, long until) throws SQLException {
    try (var unit = new UnitCount(connection, rollUp)) {
      var next = OptionalLong.of(from);
      do {
        long start = next.getAsLong();
        boolean any = unit.keep(start);
        long end = start + rollUp.unitMicros();
        // Time without an event is over at once.
        long to = any ? end : Math.max(end, rollUp.unitOf(Math.min(last, firstSince(end))));
        unit.mark(start, to);
        for (long counted = start; counted < to; counted += rollUp.unitMicros()) {
          units(rollUp).add(counted);
        }
        next = missing(rollUp, to, last);
      } while (next.isPresent() && System.nanoTime() - until < 0);
    }
  }

  private void takeBack(RollUp.Span span, NavigableSet<Long> units) throws SQLException {
    for (RollUp rollUp : BY_UNIT.getOrDefault(span, List.of())) {
      var counted = units(rollUp);
      for (long start : units) {
        if (counted.remove(start)) {
          remove(rollUp, start, start + span.micros());
        }
      }
    }
  }

  /** Counts of units that begin at a moment or later, and before another. */
  private void remove(RollUp rollUp, long from, long before) throws SQLException {
    try (var counts =
            connection.prepareStatement(
                "DELETE FROM " + rollUp.table() + " WHERE start_us >= ? AND start_us < ?");
        var marks =
            connection.prepareStatement(
                "DELETE FROM counted_unit WHERE rollup = ? AND start_us >= ? AND start_us < ?")) {
      counts.setLong(1, from);
      counts.setLong(2, before);
      counts.execute();
      marks.setString(1, rollUp.name());
      marks.setLong(2, from);
      marks.setLong(3, before);
      marks.execute();
    }
  }

  private NavigableSet<Long> units(RollUp rollUp) {
    return done.computeIfAbsent(rollUp, r -> new TreeSet<>());
  }

  /** Times of the first and last event; the last before the first where there is none. */
  private long[] held() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT coalesce(min(time_us), 0), coalesce(max(time_us), -1) FROM"
                    + " traffic_event")) {
      rows.next();
      return new long[] {rows.getLong(1), rows.getLong(2)};
    }
  }

  private long firstSince(long micros) throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT min(time_us) FROM traffic_event WHERE time_us >= ?")) {
      statement.setLong(1, micros);
      try (var rows = statement.executeQuery()) {
        rows.next();
        long first = rows.getLong(1);
        return rows.wasNull() ? micros : first;
      }
    }
  }
}
