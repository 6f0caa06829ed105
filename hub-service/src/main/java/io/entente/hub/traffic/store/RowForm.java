package io.entente.hub.traffic.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** How something becomes a row; the order of columns is that of {@link DuckDbSchema#COLUMNS}. */
interface RowForm<T> {

  String tenant(T what);

  String gateway(T what);

  /** With tenant and gateway what makes it known when it comes again. */
  String id(T what);

  long micros(T what);

  /** Appends the columns of a row, and does not end it. */
  void append(DuckDBAppender row, T what) throws SQLException;

  void bind(PreparedStatement row, T what) throws SQLException;
}
