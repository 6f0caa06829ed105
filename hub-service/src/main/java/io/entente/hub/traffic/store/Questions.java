package io.entente.hub.traffic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Answers statements, a few at a time; the rest waits a while or is turned away. */
interface Questions {

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, List<Object> parameters, Row<T> row);

  /**
   * Counts, from what was counted ahead where the store has that.
   *
   * @param grouped whether the statement uses {@link TrafficQuery#groupBy}
   * @param series whether it uses {@link TrafficQuery#step}
   */
  <T> List<T> counted(
      TrafficQuery query,
      boolean grouped,
      boolean series,
      Function<CountsSql.Source, CountsSql> statement,
      Row<T> row);
}
