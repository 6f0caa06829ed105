package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
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

  // Rows of latencies, so that many small units share a transaction and writing waits for few.
  private static final long ENOUGH = 10_000;

  // What wrong clocks say of longer ago is left to the events.
  private static final Duration COUNTED = Duration.ofDays(400);

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
    for (RollUp rollUp : RollUp.values()) {
      var units = new TreeSet<Long>();
      long last = Long.MIN_VALUE;
      for (T event : events) {
        long unit = rollUp.unitOf(form.micros(event));
        // Most events fall into the unit of the one before.
        if (unit != last) {
          units.add(unit);
          last = unit;
        }
      }
      takeBack(rollUp, units);
    }
  }

  /** The same for events that the hub received within a time, before they go. */
  void takeBackReceived(long from, long before) throws SQLException {
    for (RollUp rollUp : RollUp.values()) {
      var units = new TreeSet<Long>();
      try (var statement =
          connection.prepareStatement(
              "SELECT DISTINCT intDiv(time_us, "
                  + rollUp.unitMicros()
                  + ") FROM traffic_event WHERE observed_us >= ? AND observed_us < ?")) {
        statement.setLong(1, from);
        statement.setLong(2, before);
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            units.add(rows.getLong(1) * rollUp.unitMicros());
          }
        }
      }
      takeBack(rollUp, units);
    }
  }

  /**
   * Counts units that are over and not counted, the oldest first, until it has read a good deal;
   * inside a transaction. Returns whether there were any.
   */
  boolean countSome(Instant now) throws SQLException {
    long[] held = held();
    long first = Math.max(held[0], StoredEvent.micros(now.minus(COUNTED)));
    long read = 0;
    for (RollUp rollUp : RollUp.values()) {
      if (read >= ENOUGH) {
        return true;
      }
      long last = Math.min(rollUp.unitOf(StoredEvent.micros(now.minus(SETTLE))), held[1] + 1);
      var missing = missing(rollUp, rollUp.unitOf(first), last);
      if (missing.isPresent()) {
        read += count(rollUp, missing.getAsLong(), last, ENOUGH - read);
      }
    }
    return read > 0;
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

  /** Returns how much it read, which is more than nothing. */
  private long count(RollUp rollUp, long from, long last, long enough) throws SQLException {
    long read = 0;
    try (var unit = new UnitCount(connection, rollUp)) {
      var next = OptionalLong.of(from);
      while (next.isPresent() && read < enough) {
        long start = next.getAsLong();
        long rows = unit.keep(start);
        long end = start + rollUp.unitMicros();
        // Time without an event is over at once.
        long to = rows > 0 ? end : Math.max(end, rollUp.unitOf(Math.min(last, firstSince(end))));
        unit.mark(start, to);
        for (long counted = start; counted < to; counted += rollUp.unitMicros()) {
          units(rollUp).add(counted);
        }
        read += 1 + rows;
        next = missing(rollUp, to, last);
      }
    }
    return read;
  }

  private void takeBack(RollUp rollUp, NavigableSet<Long> units) throws SQLException {
    units.retainAll(units(rollUp));
    for (long start : units) {
      try (var counts =
              connection.prepareStatement(
                  "DELETE FROM " + rollUp.table() + " WHERE start_us BETWEEN ? AND ?");
          var mark =
              connection.prepareStatement(
                  "DELETE FROM counted_unit WHERE rollup = ? AND start_us = ?")) {
        counts.setLong(1, start);
        counts.setLong(2, start + rollUp.unitMicros() - 1);
        counts.execute();
        mark.setString(1, rollUp.name());
        mark.setLong(2, start);
        mark.execute();
      }
    }
    units(rollUp).removeAll(units);
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
