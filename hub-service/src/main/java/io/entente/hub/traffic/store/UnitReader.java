package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts units of one roll-up from the events; writes nothing. */
final class UnitReader implements AutoCloseable {

  // Behind the counts of a row.
  private static final int PLACE = 11;

  private final RollUp rollUp;
  private final PreparedStatement count;
  private final PreparedStatement next;
  private final Tally tally = new Tally();

  UnitReader(Connection connection, RollUp rollUp) throws SQLException {
    this.rollUp = rollUp;
    count = connection.prepareStatement(rollUp.count());
    next = connection.prepareStatement("SELECT min(time_us) FROM traffic_event WHERE time_us >= ?");
  }

  /**
   * Counts those of the units that there is time for, at least one.
   *
   * @param until by {@link System#nanoTime}
   */
  List<CountedUnit> read(MissingUnits missing, long until) throws SQLException {
    List<CountedUnit> counted = new ArrayList<>();
    long read = Long.MIN_VALUE;
    for (long start : missing.starts()) {
      if (start >= read) {
        var unit = read(start, missing.last());
        counted.add(unit);
        read = unit.end();
        if (System.nanoTime() - until >= 0) {
          return counted;
        }
      }
    }
    return counted;
  }

  private CountedUnit read(long start, long last) throws SQLException {
    var rows = rows(start);
    long end = start + rollUp.unitMicros();
    // Time without an event is over at once.
    return new CountedUnit(
        start,
        rows.isEmpty() ? Math.max(end, rollUp.unitOf(Math.min(last, firstSince(end)))) : end,
        rows);
  }

  private List<CountedUnit.Row> rows(long start) throws SQLException {
    count.setLong(1, start);
    count.setLong(2, start);
    count.setLong(3, start);
    count.setLong(4, start + rollUp.unitMicros() - 1);
    List<CountedUnit.Row> counted = new ArrayList<>();
    try (var rows = count.executeQuery()) {
      List<@Nullable Object> at = List.of();
      while (rows.next()) {
        var place = place(rows, rollUp.placeCount());
        if (!place.equals(at)) {
          add(at, counted);
          at = place;
        }
        tally.add(rows);
      }
      add(at, counted);
    }
    return counted;
  }

  private void add(List<@Nullable Object> place, List<CountedUnit.Row> counted) {
    if (!place.isEmpty()) {
      counted.add(new CountedUnit.Row(place, tally.sums()));
    }
    tally.clear();
  }

  private static List<@Nullable Object> place(ResultSet row, int columns) throws SQLException {
    List<@Nullable Object> place = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      place.add(row.getObject(PLACE + i));
    }
    return place;
  }

  private long firstSince(long micros) throws SQLException {
    next.setLong(1, micros);
    try (var rows = next.executeQuery()) {
      rows.next();
      long first = rows.getLong(1);
      return rows.wasNull() ? micros : first;
    }
  }

  @Override
  public void close() throws SQLException {
    try (count) {
      next.close();
    }
  }
}
