package io.entente.hub.traffic.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/** Values that a row may be without. */
final class Columns {

  private Columns() {}

  static void text(DuckDBAppender row, Optional<String> value) throws SQLException {
    if (value.isPresent()) {
      row.append(value.get());
    } else {
      row.appendNull();
    }
  }

  static void number(DuckDBAppender row, Optional<Long> value) throws SQLException {
    if (value.isPresent()) {
      row.append(value.get().longValue());
    } else {
      row.appendNull();
    }
  }

  static void text(PreparedStatement row, int index, Optional<String> value) throws SQLException {
    if (value.isPresent()) {
      row.setString(index, value.get());
    } else {
      row.setNull(index, Types.VARCHAR);
    }
  }

  static void number(PreparedStatement row, int index, Optional<Long> value) throws SQLException {
    if (value.isPresent()) {
      row.setLong(index, value.get());
    } else {
      row.setNull(index, Types.BIGINT);
    }
  }
}
