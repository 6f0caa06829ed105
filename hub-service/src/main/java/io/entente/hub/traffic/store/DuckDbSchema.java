package io.entente.hub.traffic.store;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Opens the database file and creates what is missing. */
final class DuckDbSchema {

  static final String COLUMNS =
      """
      tenant VARCHAR NOT NULL, gateway VARCHAR NOT NULL, event_id VARCHAR NOT NULL,
      node VARCHAR NOT NULL, time_us BIGINT NOT NULL, observed_us BIGINT NOT NULL,
      method VARCHAR NOT NULL, path VARCHAR NOT NULL, host VARCHAR, status SMALLINT NOT NULL,
      duration_ns BIGINT NOT NULL, latency_bucket SMALLINT NOT NULL, upstream_ns BIGINT,
      request_bytes BIGINT, response_bytes BIGINT, api VARCHAR, route VARCHAR, consumer VARCHAR,
      client_address VARCHAR, decision VARCHAR, trace VARCHAR, not_observable VARCHAR NOT NULL,
      provenance VARCHAR, weight INTEGER NOT NULL DEFAULT 1,
      aggregated BOOLEAN NOT NULL DEFAULT false
      """;

  /** Every event that was kept before there were weights stands for itself. */
  static final String WEIGHT =
      "ALTER TABLE traffic_event ADD COLUMN IF NOT EXISTS weight INTEGER DEFAULT 1";

  /** Every row of before there were counts is one of a request. */
  static final String AGGREGATED =
      "ALTER TABLE traffic_event ADD COLUMN IF NOT EXISTS aggregated BOOLEAN DEFAULT false";

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS traffic_event (" + COLUMNS + ")",
          // Files of earlier versions have it not; of their events it stays unknown.
          "ALTER TABLE traffic_event ADD COLUMN IF NOT EXISTS provenance VARCHAR",
          WEIGHT,
          AGGREGATED,
          """
          CREATE TABLE IF NOT EXISTS kafka_offset (
            cluster VARCHAR NOT NULL, topic VARCHAR NOT NULL, part INTEGER NOT NULL,
            next_offset BIGINT NOT NULL, PRIMARY KEY (cluster, topic, part))
          """,
          RollUps.DONE,
          // What earlier versions counted ahead; it is counted anew, from the events.
          "DROP TABLE IF EXISTS rollup_done",
          "DROP TABLE IF EXISTS rollup_gateway",
          "DROP TABLE IF EXISTS rollup_status",
          "DROP TABLE IF EXISTS rollup_api",
          "DROP TABLE IF EXISTS rollup_route",
          "DROP TABLE IF EXISTS rollup_consumer",
          // By the name that another store has for it, so that statements are the same.
          "CREATE OR REPLACE MACRO intDiv(a, b) AS a // b");

  private DuckDbSchema() {}

  static DuckDBConnection open(DuckDbSettings settings) {
    var properties = new Properties();
    properties.setProperty("memory_limit", settings.memoryLimit());
    properties.setProperty("threads", "2");
    // At the usual 16 MB, moving rows from the log to their place costs twice what writing them
    // does.
    properties.setProperty("checkpoint_threshold", "64MB");
    // Never reaches out to a network by itself.
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    try {
      Files.createDirectories(settings.file().toAbsolutePath().getParent());
      // The driver itself: DriverManager does not see it from every class loader.
      var connection =
          (DuckDBConnection)
              new DuckDBDriver().connect("jdbc:duckdb:" + settings.file(), properties);
      create(connection);
      return connection;
    } catch (SQLException e) {
      throw StoreProblems.open(settings.file(), e);
    } catch (IOException e) {
      throw StoreProblems.open(settings.file(), new SQLException(e));
    }
  }

  /** Whether columns of events are where {@link #COLUMNS} has them: in files made since it has. */
  static boolean ordered(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE ordered (" + COLUMNS + ")");
      try (var different =
          statement.executeQuery(
              """
              SELECT 1 FROM duckdb_columns() o FULL JOIN duckdb_columns() e
                ON e.column_name = o.column_name AND e.column_index = o.column_index
                AND o.table_name = 'ordered' AND e.table_name = 'traffic_event'
              WHERE (o.table_name = 'ordered' AND e.table_name IS NULL)
                OR (e.table_name = 'traffic_event' AND o.table_name IS NULL)
              """)) {
        return !different.next();
      }
    }
  }

  private static void create(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var table : TABLES) {
        statement.execute(table);
      }
      for (var rollUp : RollUp.values()) {
        statement.execute(rollUp.create());
      }
    }
  }
}
