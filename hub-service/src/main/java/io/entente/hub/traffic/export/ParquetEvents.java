package io.entente.hub.traffic.export;

import io.entente.hub.traffic.store.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Parquet, written by a DuckDB of its own whose file is beside the one that is made. */
final class ParquetEvents implements EventSink {

  private static final String TABLE =
      """
      CREATE TABLE request (time_us BIGINT, id VARCHAR, gateway VARCHAR, node VARCHAR,
        method VARCHAR, path VARCHAR, host VARCHAR, status INTEGER, duration_ms DOUBLE,
        api VARCHAR, route VARCHAR, consumer VARCHAR, client_address VARCHAR, decision VARCHAR,
        trace_id VARCHAR, weight INTEGER)
      """;
  private static final String WRITE =
      "COPY (SELECT make_timestamp(time_us) AS time, * EXCLUDE (time_us) FROM request) TO '%s'"
          + " (FORMAT parquet, COMPRESSION zstd)";

  private final Path file;
  private final Path aside;
  private final DuckDBConnection connection;
  private final DuckDBAppender rows;

  ParquetEvents(Path file) throws IOException {
    this.file = file;
    this.aside = file.resolveSibling("rows.duckdb");
    try {
      this.connection =
          DriverManager.getConnection("jdbc:duckdb:" + aside).unwrap(DuckDBConnection.class);
      execute("SET memory_limit = '128MB'");
      execute("SET threads = 1");
      execute("SET preserve_insertion_order = true");
      execute(TABLE);
      this.rows = connection.createAppender("main", "request");
    } catch (SQLException e) {
      throw new IOException("a Parquet file cannot be begun", e);
    }
  }

  @Override
  public void add(RecordedRequest request) throws IOException {
    try {
      rows.beginRow();
      rows.append(ChronoUnit.MICROS.between(Instant.EPOCH, request.time()));
      rows.append(request.id());
      rows.append(request.gateway());
      rows.append(request.node());
      rows.append(request.method());
      rows.append(request.path());
      text(request.host());
      rows.append(request.status());
      rows.append(request.durationMillis());
      text(request.api());
      text(request.route());
      text(request.consumer());
      text(request.clientAddress());
      text(request.decision());
      text(request.trace());
      rows.append(request.weight());
      rows.endRow();
    } catch (SQLException e) {
      throw new IOException("a Parquet file cannot be written", e);
    }
  }

  private void text(Optional<String> text) throws SQLException {
    if (text.isPresent()) {
      rows.append(text.get());
    } else {
      rows.appendNull();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
      execute(WRITE.formatted(file.toString().replace("'", "''")));
    } catch (SQLException e) {
      throw new IOException("a Parquet file cannot be completed", e);
    } finally {
      end();
    }
  }

  private void end() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("the database of a Parquet file cannot be closed", e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
