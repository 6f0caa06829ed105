package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Takes events out of the file, by age and by size; inside a transaction that the caller began. */
final class DuckDbForgetting {

  // Less than what is allowed, so that not every look finds a little too much.
  private static final double KEPT = 0.9;

  private final Connection connection;
  private final RollUps rollUps;

  DuckDbForgetting(Connection connection, RollUps rollUps) {
    this.connection = connection;
    this.rollUps = rollUps;
  }

  /**
   * Removes rows received at {@code from} or later, and before {@code before}; how many.
   *
   * @param which of them, in SQL
   */
  long received(String which, long from, long before) throws SQLException {
    rollUps.takeBackReceived(from, before);
    try (var delete =
        connection.prepareStatement(
            "DELETE FROM traffic_event WHERE "
                + which
                + " AND observed_us >= ? AND observed_us < ?")) {
      delete.setLong(1, from);
      delete.setLong(2, before);
      return delete.executeLargeUpdate();
    }
  }

  void offsets(String cluster, String topic) throws SQLException {
    try (var delete =
        connection.prepareStatement("DELETE FROM kafka_offset WHERE cluster = ? AND topic = ?")) {
      delete.setString(1, cluster);
      delete.setString(2, topic);
      delete.execute();
    }
  }

  /** What tables take within the file; what was given back and not used again does not count. */
  long bytes() throws SQLException {
    return number("SELECT used_blocks * block_size FROM pragma_database_size()");
  }

  /**
   * Receipt of the oldest event that stays when the store is to take {@code bytes} of {@code held}.
   */
  long oldestWithin(long bytes, long held) throws SQLException {
    double gone = Math.max(0.0, 1 - KEPT * bytes / held);
    return number(
        String.format(
            Locale.ROOT,
            "SELECT coalesce(approx_quantile(observed_us, %.6f), 0) FROM traffic_event",
            gone));
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
