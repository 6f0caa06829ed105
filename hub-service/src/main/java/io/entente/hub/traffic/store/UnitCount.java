package io.entente.hub.traffic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Counts a unit of a roll-up; inside a transaction that the caller began. */
final class UnitCount {

  // Behind the counts of a row.
  private static final int PLACE = 11;

  private UnitCount() {}

  /** Returns how many rows it read. */
  static long keep(DuckDBConnection connection, RollUp rollUp, long start) throws SQLException {
    try (var count = connection.prepareStatement(rollUp.count());
        var kept = connection.createAppender("main", rollUp.table())) {
      count.setLong(1, start);
      count.setLong(2, start);
      count.setLong(3, start);
      count.setLong(4, start + rollUp.unitMicros() - 1);
      try (var rows = count.executeQuery()) {
        var tally = new Tally();
        List<@Nullable Object> at = List.of();
        long read = 0;
        for (; rows.next(); read++) {
          var place = place(rows, rollUp.placeCount());
          if (!place.equals(at)) {
            append(kept, at, tally);
            at = place;
            tally.clear();
          }
          tally.add(rows);
        }
        append(kept, at, tally);
        return read;
      }
    }
  }

  private static List<@Nullable Object> place(ResultSet row, int columns) throws SQLException {
    List<@Nullable Object> place = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      place.add(row.getObject(PLACE + i));
    }
    return place;
  }

  private static void append(DuckDBAppender kept, List<@Nullable Object> place, Tally tally)
      throws SQLException {
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
}
