package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;

/** The statements of one write, inside a transaction that the caller began. */
final class BatchWriter {

  private static final String STAGE =
      "CREATE OR REPLACE TEMP TABLE incoming (" + DuckDbSchema.COLUMNS + ", seq INTEGER NOT NULL)";

  private static final String DROP_KNOWN =
      """
      DELETE FROM incoming i WHERE EXISTS (
        SELECT 1 FROM traffic_event e
        WHERE e.time_us BETWEEN ? AND ?
          AND e.event_id = i.event_id AND e.gateway = i.gateway AND e.tenant = i.tenant
          AND abs(e.time_us - i.time_us) <= ?)
      RETURNING i.seq
      """;

  private static final String KEEP =
      "INSERT INTO traffic_event BY NAME SELECT * EXCLUDE (seq) FROM incoming ORDER BY seq";

  private static final String HELD =
      "SELECT 1 FROM traffic_event WHERE time_us >= ? AND time_us < ? LIMIT 1";

  /** What fits a twelfth of the heap. */
  private static final int MOST_HASHES =
      Math.toIntExact(
          Math.min(100_000_000, Runtime.getRuntime().maxMemory() / 12 / LongSet.MOST_BYTES));

  private final DuckDBConnection connection;
  private final long windowMicros;
  private final boolean ordered;
  private final RecentIds recent;

  BatchWriter(DuckDBConnection connection, long windowMicros) throws SQLException {
    this.connection = connection;
    this.ordered = DuckDbSchema.ordered(connection);
    this.windowMicros = windowMicros;
    this.recent = new RecentIds(this::held, windowMicros, MOST_HASHES);
  }

  /** Keeps those of {@code events} that are not held yet and returns them. */
  <T> List<T> keepNew(List<T> events, RowForm<T> form) throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    var doubtful = recent.doubtful(events, form);
    recent.add(events, form);
    if (doubtful.isPresent() || !ordered) {
      return keepUnknown(events, form, doubtful);
    }
    try (var rows = connection.createAppender("main", "traffic_event")) {
      for (T event : events) {
        form.append(rows, event);
        rows.endRow();
      }
    }
    return events;
  }

  /** The same where rows of a time may be some of them. */
  private <T> List<T> keepUnknown(List<T> events, RowForm<T> form, Optional<RecentIds.Range> where)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(STAGE);
      try (var rows = connection.createAppender("temp", "main", "incoming")) {
        for (int i = 0; i < events.size(); i++) {
          form.append(rows, events.get(i));
          rows.append(i);
          rows.endRow();
        }
      }
      Set<Integer> known = where.isPresent() ? dropKnown(where.get()) : Set.of();
      statement.execute(KEEP);
      if (known.isEmpty()) {
        return events;
      }
      return IntStream.range(0, events.size())
          .filter(i -> !known.contains(i))
          .mapToObj(events::get)
          .toList();
    }
  }

  private boolean held(long fromMicros, long beforeMicros) throws SQLException {
    try (var statement = connection.prepareStatement(HELD)) {
      statement.setLong(1, fromMicros);
      statement.setLong(2, beforeMicros);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Set<Integer> dropKnown(RecentIds.Range where) throws SQLException {
    try (var statement = connection.prepareStatement(DROP_KNOWN)) {
      statement.setLong(1, where.from());
      statement.setLong(2, where.to());
      statement.setLong(3, windowMicros);
      Set<Integer> known = new HashSet<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getInt(1));
        }
      }
      return known;
    }
  }

  void moveTo(String cluster, String topic, Map<Integer, Long> nextOffsets) throws SQLException {
    if (nextOffsets.isEmpty()) {
      return;
    }
    // One statement for all: a statement costs more than a hundred events.
    var values = String.join(", ", Collections.nCopies(nextOffsets.size(), "(?, ?, ?, ?)"));
    try (var statement =
        connection.prepareStatement("INSERT OR REPLACE INTO kafka_offset VALUES " + values)) {
      int at = 0;
      for (var next : nextOffsets.entrySet()) {
        statement.setString(++at, cluster);
        statement.setString(++at, topic);
        statement.setInt(++at, next.getKey());
        statement.setLong(++at, next.getValue());
      }
      statement.execute();
    }
  }
}
