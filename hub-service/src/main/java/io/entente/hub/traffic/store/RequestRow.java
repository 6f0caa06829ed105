package io.entente.hub.traffic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads rows of counts and of requests. */
final class RequestRow {

  private static final double NANOS_PER_MILLI = 1_000_000;

  private RequestRow() {}

  static RequestCounts counts(ResultSet row) throws SQLException {
    var requests = row.getLong(3);
    var errors = row.getLong(4);
    return new RequestCounts(
        requests,
        errors,
        row.getLong(5),
        row.getLong(6),
        requests == 0 ? 0 : (double) errors / requests,
        LatencyBuckets.nanos(row.getInt(7)) / NANOS_PER_MILLI,
        LatencyBuckets.nanos(row.getInt(8)) / NANOS_PER_MILLI,
        LatencyBuckets.nanos(row.getInt(9)) / NANOS_PER_MILLI,
        row.getLong(10),
        // A request kept with the chance 1/w stands for w of them, and adds w(w-1) to the variance.
        Math.sqrt(row.getDouble(11)),
        row.getLong(12));
  }

  static Optional<String> key(ResultSet row) throws SQLException {
    return Optional.of(row.getString(2)).filter(k -> !k.isEmpty());
  }

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
