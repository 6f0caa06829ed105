package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  private static final String OFFSET = "INSERT OR REPLACE INTO kafka_offset VALUES (?, ?, ?, ?)";

  private final DuckDBConnection connection;
  private final long windowMicros;

  BatchWriter(DuckDBConnection connection, long windowMicros) {
    this.connection = connection;
    this.windowMicros = windowMicros;
  }

  /** Stages {@code events}, keeps those not held yet and returns them. */
  <T> List<T> keepNew(List<T> events, RowForm<T> form) throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    try (var statement = connection.createStatement()) {
      statement.execute(STAGE);
      try (var rows = connection.createAppender("temp", "main", "incoming")) {
        for (int i = 0; i < events.size(); i++) {
          form.append(rows, events.get(i), i);
        }
      }
      var known = dropKnown(events, form);
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

  private <T> Set<Integer> dropKnown(List<T> events, RowForm<T> form) throws SQLException {
    var times = events.stream().mapToLong(form::micros).summaryStatistics();
    try (var statement = connection.prepareStatement(DROP_KNOWN)) {
      statement.setLong(1, times.getMin() - windowMicros);
      statement.setLong(2, times.getMax() + windowMicros);
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
    try (var statement = connection.prepareStatement(OFFSET)) {
      for (var next : nextOffsets.entrySet()) {
        statement.setString(1, cluster);
        statement.setString(2, topic);
        statement.setInt(3, next.getKey());
        statement.setLong(4, next.getValue());
        statement.execute();
      }
    }
  }
}
