package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of one write. */
final class ClickHouseWriter {

  private static final int IDS_AT_ONCE = 1000;

  private static final String KNOWN =
      """
      SELECT event_id, gateway, tenant, time_us FROM traffic_event
      WHERE time_us BETWEEN ? AND ? AND event_id IN (%s)
      """;

  private static final String INSERT =
      "INSERT INTO traffic_event VALUES (" + "?, ".repeat(24) + "?)";

  private static final String OFFSET = "INSERT INTO kafka_offset VALUES (?, ?, ?, ?, ?)";

  private final Connection connection;
  private final long windowMicros;

  ClickHouseWriter(Connection connection, long windowMicros) {
    this.connection = connection;
    this.windowMicros = windowMicros;
  }

  /** Keeps those of {@code events} that are not held yet, as rows, and returns them. */
  <T> List<T> keepNew(List<T> events, RowForm<T> form) throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    var known = known(events, form);
    var fresh = events.stream().filter(event -> !known.holds(event, form)).toList();
    if (fresh.isEmpty()) {
      return fresh;
    }
    try (var statement = connection.prepareStatement(INSERT)) {
      for (var event : fresh) {
        form.bind(statement, event);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return fresh;
  }

  void moveTo(String cluster, String topic, Map<Integer, Long> nextOffsets, long written)
      throws SQLException {
    if (nextOffsets.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(OFFSET)) {
      for (var next : nextOffsets.entrySet()) {
        statement.setString(1, cluster);
        statement.setString(2, topic);
        statement.setInt(3, next.getKey());
        statement.setLong(4, next.getValue());
        statement.setLong(5, written);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private <T> Known known(List<T> events, RowForm<T> form) throws SQLException {
    var known = new Known(windowMicros);
    for (int from = 0; from < events.size(); from += IDS_AT_ONCE) {
      var some = events.subList(from, Math.min(events.size(), from + IDS_AT_ONCE));
      var times = some.stream().mapToLong(form::micros).summaryStatistics();
      String marks = "?, ".repeat(some.size() - 1) + "?";
      try (var statement = connection.prepareStatement(KNOWN.formatted(marks))) {
        statement.setLong(1, times.getMin() - windowMicros);
        statement.setLong(2, times.getMax() + windowMicros);
        for (int i = 0; i < some.size(); i++) {
          statement.setString(i + 3, form.id(some.get(i)));
        }
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            known.add(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4));
          }
        }
      }
    }
    return known;
  }

  /** Times of events that are held, by what makes two events the same. */
  private static final class Known {

    private record Identity(String id, String gateway, String tenant) {}

    private final Map<Identity, List<Long>> times = new HashMap<>();
    private final long windowMicros;

    Known(long windowMicros) {
      this.windowMicros = windowMicros;
    }

    void add(String id, String gateway, String tenant, long time) {
      times
          .computeIfAbsent(new Identity(id, gateway, tenant), i -> new java.util.ArrayList<>())
          .add(time);
    }

    <T> boolean holds(T event, RowForm<T> form) {
      long time = form.micros(event);
      var identity = new Identity(form.id(event), form.gateway(event), form.tenant(event));
      return times.getOrDefault(identity, List.of()).stream()
          .anyMatch(held -> Math.abs(held - time) <= windowMicros);
    }
  }
}
