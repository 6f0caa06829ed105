package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What statements answer on one connection. */
final class Answers {

  /** How long an answer may take. */
  static final int SECONDS = 30;

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  interface Rows {
    void take(ResultSet row) throws SQLException;
  }

  /** Says where a store's counts come from. */
  @FunctionalInterface
  interface Sources {
    CountsSql.Source of(Answers answers, TrafficQuery query, boolean grouped, boolean series)
        throws SQLException;
  }

  private final Connection connection;
  private final Sources sources;

  Answers(Connection connection, Sources sources) {
    this.connection = connection;
    this.sources = sources;
  }

  <T> List<T> list(String sql, List<Object> parameters, Row<T> row) throws SQLException {
    List<T> answers = new ArrayList<>();
    each(sql, parameters, r -> answers.add(row.read(r)));
    return answers;
  }

  void each(String sql, List<Object> parameters, Rows taken) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(SECONDS);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.take(rows);
        }
      }
    }
  }

  /**
   * Where counts come from.
   *
   * @param grouped whether the statement uses {@link TrafficQuery#groupBy}
   * @param series whether it uses {@link TrafficQuery#step}
   */
  CountsSql.Source source(TrafficQuery query, boolean grouped, boolean series) throws SQLException {
    return sources.of(this, query, grouped, series);
  }
}
