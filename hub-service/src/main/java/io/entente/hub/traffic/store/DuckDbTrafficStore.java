package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * Traffic in one DuckDB file. Rows and Kafka offsets go in by the same transaction, so a process
 * that dies at any point neither loses nor doubles an event. One process may hold the file.
 */
public class DuckDbTrafficStore implements SqlReads {

  // Units that are counted share a transaction, and what is counted again if it fails is little.
  private static final Duration ENOUGH = Duration.ofMillis(100);

  private final Object counting = new Object();
  private final DuckDBConnection connection;
  private final DuckDbSettings settings;
  private final BatchWriter writer;
  private final DuckDbQueries queries;
  private final RollUps rollUps;
  private final DuckDbForgetting forgetting;

  /** Opens the file; blocks. Throws a ProblemException when it is held or damaged. */
  public DuckDbTrafficStore(DuckDbSettings settings) {
    this.settings = settings;
    this.connection = DuckDbSchema.open(settings);
    try {
      this.rollUps = new RollUps(connection);
      this.writer = new BatchWriter(connection, settings.duplicateWindow().toNanos() / 1000);
    } catch (SQLException e) {
      throw StoreProblems.open(settings.file(), e);
    }
    this.forgetting = new DuckDbForgetting(connection, rollUps);
    this.queries = new DuckDbQueries(connection);
  }

  @Override
  public synchronized List<TrafficEvent> write(TrafficBatch batch) {
    var distinct =
        DuplicateFilter.distinct(batch.events(), EventForm.FORM, settings.duplicateWindow());
    return transaction(
        "writing a batch",
        () -> {
          var fresh = writer.keepNew(distinct, EventForm.FORM);
          rollUps.takeBack(fresh, EventForm.FORM);
          writer.moveTo(batch.cluster(), batch.topic(), batch.nextOffsets());
          return fresh;
        });
  }

  @Override
  public synchronized Counted count(CountBatch batch) {
    var all = batch.rows();
    var rows = DuplicateFilter.distinct(all, CountForm.FORM, settings.duplicateWindow());
    return transaction(
        "writing counts",
        () -> {
          var fresh = writer.keepNew(rows, CountForm.FORM);
          rollUps.takeBack(fresh, CountForm.FORM);
          writer.moveTo(batch.cluster(), batch.topic(), batch.nextOffsets());
          return new Counted(fresh.size(), all.size() - fresh.size());
        });
  }

  /** Beside writing, which waits only while what was counted is put into its tables. */
  @Override
  public boolean rollUp(Instant now) {
    synchronized (counting) {
      long until = System.nanoTime() + ENOUGH.toNanos();
      boolean any = false;
      try (Connection reading = connection.duplicate()) {
        // Once: what comes meanwhile is counted the next time.
        var held = held(reading);
        for (var missing = begin(now, held); missing.isPresent(); missing = begin(now, held)) {
          any = true;
          keep(missing.get(), read(missing.get(), reading, until));
          if (System.nanoTime() - until >= 0) {
            return true;
          }
        }
      } catch (SQLException e) {
        throw StoreProblems.failed("counting ahead", e);
      }
      return any;
    }
  }

  /** Counts; what others write meanwhile may be seen or not. */
  List<CountedUnit> read(MissingUnits missing, Connection reading, long until) throws SQLException {
    try (var reader = new UnitReader(reading, missing.rollUp())) {
      return reader.read(missing, until);
    }
  }

  /** From the first event to behind the last. */
  private static TimeParts.Part held(Connection reading) throws SQLException {
    try (var statement = reading.createStatement();
        var times =
            statement.executeQuery(
                "SELECT coalesce(min(time_us), 0), coalesce(max(time_us), -1) + 1 FROM"
                    + " traffic_event")) {
      times.next();
      return new TimeParts.Part(times.getLong(1), times.getLong(2));
    }
  }

  private synchronized Optional<MissingUnits> begin(Instant now, TimeParts.Part held) {
    return rollUps.begin(now, held);
  }

  private synchronized void keep(MissingUnits missing, List<CountedUnit> units) {
    transaction(
        "counting ahead",
        () -> {
          rollUps.keep(missing, units);
          return units.size();
        });
  }

  /** The moment before which nothing and after which everything of a batch is kept. */
  void commit() throws SQLException {
    execute("COMMIT");
  }

  @Override
  public synchronized Map<Integer, Long> offsets(String cluster, String topic) {
    var sql = "SELECT part, next_offset FROM kafka_offset WHERE cluster = ? AND topic = ?";
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

  @Override
  public synchronized long expire(Instant limit) {
    return remove("removing old events", StoredEvent.micros(limit));
  }

  @Override
  public synchronized long shrink(long bytes) {
    long oldest;
    try {
      long held = forgetting.bytes();
      if (held <= bytes) {
        return 0;
      }
      oldest = forgetting.oldestWithin(bytes, held);
    } catch (SQLException e) {
      throw StoreProblems.failed("measuring what it holds", e);
    }
    return remove("making room", oldest);
  }

  /** What it takes in the file, after what is written ahead has gone to its place. */
  synchronized long bytes() throws SQLException {
    execute("CHECKPOINT");
    return forgetting.bytes();
  }

  @Override
  public synchronized long forget(String cluster, String topic, Told told, Instant from) {
    return transaction(
        "forgetting what is read again",
        () -> {
          forgetting.offsets(cluster, topic);
          return forgetting.received(told.condition(), StoredEvent.micros(from), Long.MAX_VALUE);
        });
  }

  private long remove(String what, long before) {
    long removed = transaction(what, () -> forgetting.received("true", Long.MIN_VALUE, before));
    if (removed > 0) {
      try {
        execute("CHECKPOINT");
      } catch (SQLException e) {
        throw StoreProblems.failed("giving back the space of old events", e);
      }
    }
    return removed;
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw StoreProblems.failed("closing", e);
    }
  }

  private <T> T transaction(String what, Work<T> work) {
    try {
      execute("BEGIN TRANSACTION");
      try {
        T done = work.run();
        commit();
        return done;
      } catch (SQLException | RuntimeException e) {
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw StoreProblems.failed(what, e);
    }
  }

  /** What is done within one transaction. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private void rollback(Exception cause) {
    try {
      execute("ROLLBACK");
      rollUps.reload();
    } catch (SQLException e) {
      // Nothing to roll back when the commit went through before the failure.
      cause.addSuppressed(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
