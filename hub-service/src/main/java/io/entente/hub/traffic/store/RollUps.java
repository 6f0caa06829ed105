package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which units each roll-up has counted. What is counted equals the events at any commit: an event
 * that comes late takes the count of its units back in its own transaction, and they are counted
 * again later. For the one thread that writes.
 */
final class RollUps {

  /** The table of units that are counted. */
  static final String DONE =
      "CREATE TABLE IF NOT EXISTS rollup_done (rollup VARCHAR NOT NULL, start_us BIGINT NOT NULL,"
          + " PRIMARY KEY (rollup, start_us))";

  // A unit counted at once would be taken back by every event that is a little late.
  private static final Duration SETTLE = Duration.ofMinutes(5);

  private final Connection connection;
  private final Map<RollUp, NavigableSet<Long>> done = new EnumMap<>(RollUp.class);

  RollUps(Connection connection) throws SQLException {
    this.connection = connection;
    reload();
  }

  /** Takes over what the file says: after a transaction that did not commit. */
  void reload() throws SQLException {
    done.values().forEach(NavigableSet::clear);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT rollup, start_us FROM rollup_done")) {
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
   * Counts one unit that is over and not counted, the oldest; inside a transaction. Returns whether
   * there was one.
   */
  boolean countOne(Instant now) throws SQLException {
    long[] held = held();
    for (RollUp rollUp : RollUp.values()) {
      long last = rollUp.unitOf(StoredEvent.micros(now.minus(SETTLE)));
      for (long start = rollUp.unitOf(held[0]);
          start < last && start <= held[1];
          start += rollUp.unitMicros()) {
        if (!units(rollUp).contains(start)) {
          count(rollUp, start);
          return true;
        }
      }
    }
    return false;
  }

  private void count(RollUp rollUp, long start) throws SQLException {
    try (var fill = connection.prepareStatement(rollUp.fill());
        var mark = connection.prepareStatement("INSERT INTO rollup_done VALUES (?, ?)")) {
      fill.setLong(1, start);
      fill.setLong(2, start);
      fill.setLong(3, start + rollUp.unitMicros() - 1);
      fill.execute();
      mark.setString(1, rollUp.name());
      mark.setLong(2, start);
      mark.execute();
    }
    units(rollUp).add(start);
  }

  private void takeBack(RollUp rollUp, NavigableSet<Long> units) throws SQLException {
    units.retainAll(units(rollUp));
    for (long start : units) {
      try (var counts =
              connection.prepareStatement("DELETE FROM " + rollUp.table() + " WHERE start_us = ?");
          var mark =
              connection.prepareStatement(
                  "DELETE FROM rollup_done WHERE rollup = ? AND start_us = ?")) {
        counts.setLong(1, start);
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
}
