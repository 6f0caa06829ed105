package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of one write. */
final class ClickHouseWriter {

  private static final int IDS_AT_ONCE = 1000;

  private static final String KNOWN =
      """
      SELECT event_id, gateway, tenant, time_us FROM traffic_event
      WHERE time_us BETWEEN ? AND ? AND event_id IN (%s)
      """;

  private static final String INSERT =
      "INSERT INTO traffic_event VALUES (" + "?, ".repeat(23) + "?)";

  private static final String OFFSET = "INSERT INTO kafka_offset VALUES (?, ?, ?, ?, ?)";

  private final Connection connection;
  private final long windowMicros;

  ClickHouseWriter(Connection connection, long windowMicros) {
    this.connection = connection;
    this.windowMicros = windowMicros;
  }

  /** Keeps those of {@code events} that are not held yet, and returns them. */
  List<TrafficEvent> keepNew(List<TrafficEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    var known = known(events);
    var fresh = events.stream().filter(event -> !known.holds(event)).toList();
    if (fresh.isEmpty()) {
      return fresh;
    }
    try (var statement = connection.prepareStatement(INSERT)) {
      for (var event : fresh) {
        bind(statement, event);
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

  private Known known(List<TrafficEvent> events) throws SQLException {
    var known = new Known(windowMicros);
    for (int from = 0; from < events.size(); from += IDS_AT_ONCE) {
      var some = events.subList(from, Math.min(events.size(), from + IDS_AT_ONCE));
      var times = some.stream().mapToLong(e -> StoredEvent.micros(e.time())).summaryStatistics();
      String marks = "?, ".repeat(some.size() - 1) + "?";
      try (var statement = connection.prepareStatement(KNOWN.formatted(marks))) {
        statement.setLong(1, times.getMin() - windowMicros);
        statement.setLong(2, times.getMax() + windowMicros);
        for (int i = 0; i < some.size(); i++) {
          statement.setString(i + 3, some.get(i).id());
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

  /** In the order of {@link DuckDbSchema#COLUMNS}. */
  private static void bind(PreparedStatement row, TrafficEvent e) throws SQLException {
    long nanos = e.duration().toNanos();
    row.setString(1, e.tenant().value());
    row.setString(2, e.gateway().value());
    row.setString(3, e.id());
    row.setString(4, e.node());
    row.setLong(5, StoredEvent.micros(e.time()));
    row.setLong(6, StoredEvent.micros(e.observedTime()));
    row.setString(7, e.method());
    row.setString(8, e.path());
    text(row, 9, e.host());
    row.setInt(10, e.status());
    row.setLong(11, nanos);
    row.setInt(12, LatencyBuckets.index(nanos));
    number(row, 13, e.upstreamDuration().map(Duration::toNanos));
    number(row, 14, e.requestBytes());
    number(row, 15, e.responseBytes());
    text(row, 16, e.api().map(Object::toString));
    text(row, 17, e.route().map(Object::toString));
    text(row, 18, e.consumer());
    text(row, 19, e.clientAddress());
    text(row, 20, e.decision());
    text(row, 21, e.trace());
    row.setString(22, String.join(",", e.notObservable()));
    text(row, 23, e.provenance());
    row.setInt(24, e.weight());
  }

  private static void text(PreparedStatement row, int index, Optional<String> value)
      throws SQLException {
    if (value.isPresent()) {
      row.setString(index, value.get());
    } else {
      row.setNull(index, Types.VARCHAR);
    }
  }

  private static void number(PreparedStatement row, int index, Optional<Long> value)
      throws SQLException {
    if (value.isPresent()) {
      row.setLong(index, value.get());
    } else {
      row.setNull(index, Types.BIGINT);
    }
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

    boolean holds(TrafficEvent event) {
      long time = StoredEvent.micros(event.time());
      var identity = new Identity(event.id(), event.gateway().value(), event.tenant().value());
      return times.getOrDefault(identity, List.of()).stream()
          .anyMatch(held -> Math.abs(held - time) <= windowMicros);
    }
  }
}
