package io.entente.hub.traffic.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Keeps counted units of one roll-up; inside a transaction that the caller began. */
final class UnitWriter implements AutoCloseable {

  private final RollUp rollUp;
  private final PreparedStatement mark;
  private final DuckDBAppender rows;

  UnitWriter(DuckDBConnection connection, RollUp rollUp) throws SQLException {
    this.rollUp = rollUp;
    mark =
        connection.prepareStatement(
            "INSERT INTO counted_unit SELECT ?, unnest(range(CAST(? AS BIGINT), ?, ?))"
                + " ON CONFLICT DO NOTHING");
    rows = connection.createAppender("main", rollUp.table());
  }

  void keep(CountedUnit unit) throws SQLException {
    for (var row : unit.rows()) {
      append(row);
    }
    mark.setString(1, rollUp.name());
    mark.setLong(2, unit.start());
    mark.setLong(3, unit.end());
    mark.setLong(4, rollUp.unitMicros());
    mark.execute();
  }

  private void append(CountedUnit.Row row) throws SQLException {
    rows.beginRow();
    for (Object value : row.place()) {
      if (value instanceof String text) {
        rows.append(text);
      } else if (value instanceof Long number) {
        rows.append(number.longValue());
      } else if (value instanceof Short number) {
        rows.append(number.shortValue());
      } else {
        rows.appendNull();
      }
    }
    row.sums().append(rows);
    rows.endRow();
  }

  /** Counts are in the table from here on. */
  @Override
  public void close() throws SQLException {
    try (mark;
        rows) {
      rows.flush();
    }
  }
}
