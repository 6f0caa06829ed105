package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * Traffic in one DuckDB file. Rows and Kafka offsets go in by the same transaction, so a process
 * that dies at any point neither loses nor doubles an event. One process may hold the file.
 */
public class DuckDbTrafficStore implements TrafficStore {

  private static final String ERRORS =
      """
      SELECT event_id, gateway, node, time_us, method, path, host, status, duration_ns, api, route,
        consumer, client_address, decision, trace
      FROM traffic_event WHERE %s AND status >= ?
      ORDER BY time_us DESC, event_id LIMIT ?
      """;

  private static final String CALLERS =
      """
      SELECT count(*), count(*) FILTER (WHERE consumer IS NULL),
        count(DISTINCT client_address) FILTER (WHERE consumer IS NULL),
        coalesce(bool_or(NOT list_contains(string_split(not_observable, ','), 'consumer')), true)
      FROM traffic_event WHERE %s AND status BETWEEN 100 AND 399
      """;

  private final DuckDBConnection connection;
  private final DuckDbSettings settings;
  private final BatchWriter writer;
  private final DuckDbQueries queries;
  private final RollUps rollUps;

  /** Opens the file; blocks. Throws a ProblemException when it is held or damaged. */
  public DuckDbTrafficStore(DuckDbSettings settings) {
    this.settings = settings;
    this.connection = DuckDbSchema.open(settings);
    this.rollUps = rollUps(settings);
    this.writer = new BatchWriter(connection, settings.duplicateWindow().toNanos() / 1000);
    this.queries = new DuckDbQueries(connection);
  }

  private RollUps rollUps(DuckDbSettings settings) {
    try {
      return new RollUps(connection);
    } catch (SQLException e) {
      throw StoreProblems.open(settings.file(), e);
    }
  }

  @Override
  public synchronized List<TrafficEvent> write(TrafficBatch batch) {
    var distinct = DuplicateFilter.distinct(batch.events(), settings.duplicateWindow());
    return transaction(
        "writing a batch",
        () -> {
          var fresh = writer.keepNew(distinct);
          rollUps.takeBack(fresh);
          writer.moveTo(batch.cluster(), batch.topic(), batch.nextOffsets());
          return fresh;
        });
  }

  @Override
  public synchronized boolean rollUp(Instant now) {
    return transaction("counting ahead", () -> rollUps.countOne(now));
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
  public TrafficSummary summary(TrafficQuery query) {
    var all =
        queries.counted(
            query, false, false, source -> CountsSql.total(query, source), DuckDbQueries::counts);
    var groups =
        queries.counted(
            query,
            true,
            false,
            source -> CountsSql.groups(query, source, TrafficQuery.MAX_GROUPS + 1),
            r -> new GroupCounts(DuckDbQueries.key(r), DuckDbQueries.counts(r)));
    var more = groups.size() > TrafficQuery.MAX_GROUPS;
    return new TrafficSummary(
        all.isEmpty() ? RequestCounts.NONE : all.get(0),
        more ? groups.subList(0, TrafficQuery.MAX_GROUPS) : groups,
        more);
  }

  @Override
  public List<SeriesPoint> series(TrafficQuery query) {
    return queries.counted(
        query,
        true,
        true,
        source -> CountsSql.series(query, source),
        r ->
            new SeriesPoint(
                StoredEvent.instant(r.getLong(1)), DuckDbQueries.key(r), DuckDbQueries.counts(r)));
  }

  @Override
  public CallersSeen callers(TrafficQuery query) {
    List<Object> parameters = new ArrayList<>();
    var sql = CALLERS.formatted(CountsSql.where(query, parameters));
    return queries
        .list(
            sql,
            parameters,
            r -> new CallersSeen(r.getLong(1), r.getLong(2), r.getLong(3), r.getBoolean(4)))
        .get(0);
  }

  @Override
  public List<RecordedRequest> errors(TrafficQuery query, int minStatus, int limit) {
    List<Object> parameters = new ArrayList<>();
    var sql = ERRORS.formatted(CountsSql.where(query, parameters));
    parameters.add(minStatus);
    parameters.add(limit);
    return queries.list(sql, parameters, DuckDbQueries::request);
  }

  @Override
  public List<RecordedRequest> events(
      TrafficQuery query, EventFilter filter, Optional<EventPlace> after, int limit) {
    var sql = EventsSql.list(query, filter, after, limit);
    return queries.list(sql.text(), sql.parameters(), DuckDbQueries::request);
  }

  @Override
  public List<TrafficEvent> event(Tenant tenant, Optional<String> gateway, String id, int limit) {
    var sql = EventsSql.one(tenant.value(), gateway, id, limit);
    return queries.list(sql.text(), sql.parameters(), EventRow::read);
  }

  @Override
  public synchronized long expire(Instant limit) {
    long micros = StoredEvent.micros(limit);
    long removed =
        transaction(
            "removing old events",
            () -> {
              rollUps.takeBackObservedBefore(micros);
              try (var statement = connection.createStatement()) {
                return statement.executeLargeUpdate(
                    "DELETE FROM traffic_event WHERE observed_us < " + micros);
              }
            });
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
