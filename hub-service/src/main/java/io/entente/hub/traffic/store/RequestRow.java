package io.entente.hub.traffic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads rows of requests. */
final class RequestRow {

  private static final double NANOS_PER_MILLI = 1_000_000;

  private RequestRow() {}

  static RecordedRequest read(ResultSet row) throws SQLException {
    return new RecordedRequest(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        StoredEvent.instant(row.getLong(4)),
        row.getString(5),
        row.getString(6),
        Optional.ofNullable(row.getString(7)),
        row.getInt(8),
        row.getLong(9) / NANOS_PER_MILLI,
        Optional.ofNullable(row.getString(10)),
        Optional.ofNullable(row.getString(11)),
        Optional.ofNullable(row.getString(12)),
        Optional.ofNullable(row.getString(13)),
        Optional.ofNullable(row.getString(14)),
        Optional.ofNullable(row.getString(15)),
        row.getInt(16));
  }
}
