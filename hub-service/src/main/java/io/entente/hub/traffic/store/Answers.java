package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What one statement answers on one connection. */
final class Answers {

  /** How long an answer may take. */
  static final int SECONDS = 30;

  private Answers() {}

  static <T> List<T> list(
      Connection connection, String sql, List<Object> parameters, Questions.Row<T> row)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(SECONDS);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      List<T> answers = new ArrayList<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          answers.add(row.read(rows));
        }
      }
      return answers;
    }
  }
}
