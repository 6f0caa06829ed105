package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traffic on a ClickHouse server, for estates that outgrow a machine. It has no transactions over
 * tables: offsets are written after the rows, and rows that come again because the process died
 * between the two are known by their id. So one hub may write, as with every store.
 */
public class ClickHouseTrafficStore implements SqlReads {

  private final ClickHouseSettings settings;
  private final Connection connection;
  private final ClickHouseQueries queries;
  private final ClickHouseWriter writer;
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
  }

  @Override
  public synchronized List<TrafficEvent> write(TrafficBatch batch) {
    return write(
        batch.events(), EventForm.FORM, batch.cluster(), batch.topic(), batch.nextOffsets());
  }

  @Override
  public synchronized Counted count(CountBatch batch) {
    var rows = batch.rows();
    int fresh =
        write(rows, CountForm.FORM, batch.cluster(), batch.topic(), batch.nextOffsets()).size();
    return new Counted(fresh, rows.size() - fresh);
  }

  private <T> List<T> write(
      List<T> rows, RowForm<T> form, String cluster, String topic, Map<Integer, Long> nextOffsets) {
    var distinct = DuplicateFilter.distinct(rows, form, settings.duplicateWindow());
    try {
      var fresh = writer.keepNew(distinct, form);
      beforeOffsets();
      // Later than any before, also when the clock of the machine was set back.
      written = Math.max(written + 1, StoredEvent.micros(Instant.now()));
      writer.moveTo(cluster, topic, nextOffsets, written);
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
  public Questions questions() {
    return queries;
  }

  /** Nothing: the server reads many events quickly enough. */
  @Override
  public boolean rollUp(Instant now) {
    return false;
  }

  @Override
  public synchronized long expire(Instant limit) {
    return delete("observed_us < " + StoredEvent.micros(limit));
  }

  private long delete(String which) {
    String of = " traffic_event WHERE " + which;
    long count = queries.list("SELECT count(*) FROM" + of, List.of(), r -> r.getLong(1)).get(0);
    try {
      if (count > 0) {
        execute("DELETE FROM" + of);
      }
      return count;
    } catch (SQLException e) {
      throw StoreProblems.failed("removing events", e);
    }
  }

  /** In whole days of the events' own time; the last day always stays. */
  @Override
  public synchronized long shrink(long bytes) {
    var days = queries.list(ClickHouseSchema.DAYS, List.of(), ClickHouseTrafficStore::day);
    long held = days.stream().mapToLong(Day::bytes).sum();
    long removed = 0;
    try {
      for (Day day : days.subList(0, Math.max(0, days.size() - 1))) {
        if (held <= bytes) {
          break;
        }
        execute("ALTER TABLE traffic_event DROP PARTITION " + day.number());
        held -= day.bytes();
        removed += day.rows();
      }
      return removed;
    } catch (SQLException e) {
      throw StoreProblems.failed("making room", e);
    }
  }

  private record Day(long number, long rows, long bytes) {}

  private static Day day(ResultSet row) throws SQLException {
    return new Day(row.getLong(1), row.getLong(2), row.getLong(3));
  }

  /** Offsets go first: what is read again while its rows are still there counts once. */
  @Override
  public synchronized long forget(String cluster, String topic, Told told, Instant from) {
    try (var delete =
        connection.prepareStatement("DELETE FROM kafka_offset WHERE cluster = ? AND topic = ?")) {
      delete.setString(1, cluster);
      delete.setString(2, topic);
      delete.execute();
    } catch (SQLException e) {
      throw StoreProblems.failed("forgetting what is read again", e);
    }
    return delete(told.condition() + " AND observed_us >= " + StoredEvent.micros(from));
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
