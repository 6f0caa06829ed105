package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Traffic on a ClickHouse server, for estates that outgrow a machine. It has no transactions over
 * tables: offsets are written after the rows, and rows that come again because the process died
 * between the two are known by their id. So one hub may write, as with every store.
 */
public class ClickHouseTrafficStore implements TrafficStore {

  private final ClickHouseSettings settings;
  private final Connection connection;
  private final ClickHouseQueries queries;
  private final ClickHouseWriter writer;
  private final SqlReads reads;
  private long written;

  /** Connects and makes what is missing; blocks. Throws a ProblemException when it cannot. */
  public ClickHouseTrafficStore(ClickHouseSettings settings) {
    this.settings = settings;
    try {
      connection = ClickHouseQueries.connect(settings);
      for (var table : ClickHouseSchema.TABLES) {
        execute(table);
      }
      queries = new ClickHouseQueries(settings);
    } catch (SQLException e) {
      throw StoreProblems.connect(settings, e);
    }
    writer = new ClickHouseWriter(connection, settings.duplicateWindow().toNanos() / 1000);
    reads = new SqlReads(queries);
  }

  @Override
  public synchronized List<TrafficEvent> write(TrafficBatch batch) {
    var distinct = DuplicateFilter.distinct(batch.events(), settings.duplicateWindow());
    try {
      var fresh = writer.keepNew(distinct);
      beforeOffsets();
      // Later than any before, also when the clock of the machine was set back.
      written = Math.max(written + 1, StoredEvent.micros(Instant.now()));
      writer.moveTo(batch.cluster(), batch.topic(), batch.nextOffsets(), written);
      return fresh;
    } catch (SQLException e) {
      throw StoreProblems.failed("writing a batch", e);
    }
  }

  /** The moment at which the rows are there and the offsets not. */
  void beforeOffsets() {}

  @Override
  public Map<Integer, Long> offsets(String cluster, String topic) {
    var sql = "SELECT part, next_offset FROM kafka_offset FINAL WHERE cluster = ? AND topic = ?";
    Map<Integer, Long> offsets = new HashMap<>();
    queries
        .list(sql, List.of(cluster, topic), r -> Map.entry(r.getInt(1), r.getLong(2)))
        .forEach(e -> offsets.put(e.getKey(), e.getValue()));
    return offsets;
  }

  @Override
  public TrafficSummary summary(TrafficQuery query) {
    return reads.summary(query);
  }

  @Override
  public List<SeriesPoint> series(TrafficQuery query) {
    return reads.series(query);
  }

  @Override
  public CallersSeen callers(TrafficQuery query) {
    return reads.callers(query);
  }

  @Override
  public List<RecordedRequest> errors(TrafficQuery query, int minStatus, int limit) {
    return reads.errors(query, minStatus, limit);
  }

  @Override
  public List<RecordedRequest> events(
      TrafficQuery query, EventFilter filter, Optional<EventPlace> after, int limit) {
    return reads.events(query, filter, after, limit);
  }

  @Override
  public List<TrafficEvent> event(Tenant tenant, Optional<String> gateway, String id, int limit) {
    return reads.event(tenant, gateway, id, limit);
  }

  /** Nothing: the server reads many events quickly enough. */
  @Override
  public boolean rollUp(Instant now) {
    return false;
  }

  @Override
  public synchronized long expire(Instant limit) {
    String old = " traffic_event WHERE observed_us < " + StoredEvent.micros(limit);
    long count = queries.list("SELECT count(*) FROM" + old, List.of(), r -> r.getLong(1)).get(0);
    try {
      if (count > 0) {
        execute("DELETE FROM" + old);
      }
      return count;
    } catch (SQLException e) {
      throw StoreProblems.failed("removing old events", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      queries.close();
      connection.close();
    } catch (SQLException e) {
      throw StoreProblems.failed("closing", e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
