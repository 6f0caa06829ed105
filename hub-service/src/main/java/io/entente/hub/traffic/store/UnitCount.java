package io.entente.hub.traffic.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Counts units of one roll-up; inside a transaction that the caller began. */
final class UnitCount implements AutoCloseable {

  // Behind the counts of a row.
  private static final int PLACE = 11;

  private final RollUp rollUp;
  private final PreparedStatement count;
  private final PreparedStatement mark;
  private final DuckDBAppender kept;
  private final Tally tally = new Tally();

  UnitCount(DuckDBConnection connection, RollUp rollUp) throws SQLException {
    this.rollUp = rollUp;
    count = connection.prepareStatement(rollUp.count());
    mark =
        connection.prepareStatement(
            "INSERT INTO counted_unit SELECT ?, unnest(range(CAST(? AS BIGINT), ?, ?))"
                + " ON CONFLICT DO NOTHING");
    kept = connection.createAppender("main", rollUp.table());
  }

  /** Returns whether there was anything in it. */
  boolean keep(long start) throws SQLException {
    count.setLong(1, start);
    count.setLong(2, start);
    count.setLong(3, start);
    count.setLong(4, start + rollUp.unitMicros() - 1);
    try (var rows = count.executeQuery()) {
      tally.clear();
      List<@Nullable Object> at = List.of();
      while (rows.next()) {
        var place = place(rows, rollUp.placeCount());
        if (!place.equals(at)) {
          append(at);
          at = place;
          tally.clear();
        }
        tally.add(rows);
      }
      append(at);
      return !at.isEmpty();
    }
  }

  /** Says that units from one to before another are counted. */
  void mark(long from, long to) throws SQLException {
    mark.setString(1, rollUp.name());
    mark.setLong(2, from);
    mark.setLong(3, to);
    mark.setLong(4, rollUp.unitMicros());
    mark.execute();
  }

  private static List<@Nullable Object> place(ResultSet row, int columns) throws SQLException {
    List<@Nullable Object> place = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      place.add(row.getObject(PLACE + i));
    }
    return place;
  }

  private void append(List<@Nullable Object> place) throws SQLException {
    if (place.isEmpty()) {
      return;
    }
    kept.beginRow();
    for (Object value : place) {
      if (value instanceof String text) {
        kept.append(text);
      } else if (value instanceof Long number) {
        kept.append(number.longValue());
      } else if (value instanceof Short number) {
        kept.append(number.shortValue());
      } else {
        kept.appendNull();
      }
    }
    tally.append(kept);
    kept.endRow();
  }

  /** Counts are in the table from here on. */
  @Override
  public void close() throws SQLException {
    try (count;
        mark;
        kept) {
      kept.flush();
    }
  }
}
