package io.entente.bench.query;

import io.entente.hub.embedded.EmbeddedPostgres;
import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** PostgreSQL with the rows that the store holds, and the indexes one would give it. */
final class PostgresPeer implements AutoCloseable {

  private static final String TABLE =
      """
      CREATE UNLOGGED TABLE traffic_event (
        tenant text NOT NULL, gateway text NOT NULL, event_id text NOT NULL, node text NOT NULL,
        time_us bigint NOT NULL, observed_us bigint NOT NULL, method text NOT NULL,
        path text NOT NULL, host text, status smallint NOT NULL, duration_ns bigint NOT NULL,
        upstream_ns bigint, request_bytes bigint, response_bytes bigint, api text, route text,
        consumer text, client_address text, decision text, trace text)
      """;

  private final EmbeddedPostgres server;
  private final Connection connection;

  private PostgresPeer(EmbeddedPostgres server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  static PostgresPeer start(Path directory) throws SQLException {
    var server = EmbeddedPostgres.start(directory);
    var settings = server.settings();
    var connection =
        DriverManager.getConnection(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.get("quarkus.datasource.username"),
            settings.get("quarkus.datasource.password"));
    var peer = new PostgresPeer(server, connection);
    // The memory that our store has as well.
    peer.execute("SET work_mem = '64MB'");
    peer.execute("SET max_parallel_workers_per_gather = 2");
    peer.execute(TABLE);
    return peer;
  }

  void write(List<TrafficEvent> events) throws SQLException, IOException {
    var text = new StringBuilder();
    for (TrafficEvent e : events) {
      text.append(e.tenant()).append('\t').append(e.gateway()).append('\t').append(e.id());
      text.append('\t').append(e.node()).append('\t').append(micros(e.time()));
      text.append('\t').append(micros(e.observedTime())).append('\t').append(e.method());
      text.append('\t').append(e.path()).append('\t').append(e.host().orElse("\\N"));
      text.append('\t').append(e.status()).append('\t').append(e.duration().toNanos());
      text.append('\t').append(text(e.upstreamDuration().map(Duration::toNanos)));
      text.append('\t').append(text(e.requestBytes()));
      text.append('\t').append(text(e.responseBytes()));
      text.append('\t').append(text(e.api())).append('\t').append(text(e.route()));
      text.append('\t').append(text(e.consumer())).append('\t').append(text(e.clientAddress()));
      text.append('\t').append(text(e.decision())).append('\t').append(text(e.trace()));
      text.append('\n');
    }
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY traffic_event FROM STDIN", new StringReader(text.toString()));
  }

  /** Indexes and statistics, after all rows are there. */
  void settle() throws SQLException {
    execute("CREATE INDEX ON traffic_event (tenant, time_us)");
    execute("CREATE INDEX ON traffic_event (tenant, api, time_us)");
    execute("CREATE INDEX ON traffic_event (tenant, gateway, time_us)");
    execute("CREATE INDEX ON traffic_event (event_id)");
    execute("CREATE INDEX ON traffic_event (trace)");
    execute("VACUUM ANALYZE traffic_event");
  }

  long ask(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      long first = 0;
      for (boolean any = false; rows.next(); any = true) {
        if (!any) {
          first = rows.getLong(1);
        }
      }
      return first;
    }
  }

  /** Rows of a text and three numbers. */
  Map<String, long[]> three(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      Map<String, long[]> found = new HashMap<>();
      while (rows.next()) {
        found.put(
            rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3), rows.getLong(4)});
      }
      return found;
    }
  }

  long bytes() throws SQLException {
    return ask("SELECT pg_total_relation_size('traffic_event')");
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(java.util.Optional<?> value) {
    return value.map(Object::toString).orElse("\\N");
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    server.close();
  }
}
