package io.entente.hub.estate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Plain JDBC with a transaction around it. Blocks. */
final class Sql {
  private Sql() {}

  /** Work on one connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Runs {@code work} in the running JTA transaction or a new one; an exception rolls it back. */
  static <T> T inTransaction(DataSource database, String what, Work<T> work) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                return work.on(connection);
              } catch (SQLException e) {
                throw new IllegalStateException("could not " + what, e);
              }
            });
  }

  /** A statement with its parameters set; instants become time stamps, lists arrays of text. */
  static PreparedStatement statement(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (value instanceof List<?> list) {
        statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  /** Runs a writing statement and returns how many rows it touched. */
  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = statement(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }
}
