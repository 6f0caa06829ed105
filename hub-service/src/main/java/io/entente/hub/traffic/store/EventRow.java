package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;

/** Reads back what {@link StoredEvent} wrote; times to the microsecond. */
final class EventRow {

  private EventRow() {}

  static TrafficEvent read(ResultSet row) throws SQLException {
    return new TrafficEvent(
        row.getString("event_id"),
        new Tenant(row.getString("tenant")),
        new GatewayId(row.getString("gateway")),
        row.getString("node"),
        StoredEvent.instant(row.getLong("time_us")),
        StoredEvent.instant(row.getLong("observed_us")),
        row.getString("method"),
        row.getString("path"),
        text(row, "host"),
        row.getInt("status"),
        Duration.ofNanos(row.getLong("duration_ns")),
        number(row, "upstream_ns").map(Duration::ofNanos),
        number(row, "request_bytes"),
        number(row, "response_bytes"),
        text(row, "api").map(ApiName::new),
        text(row, "route").map(RouteName::new),
        text(row, "consumer"),
        text(row, "client_address"),
        text(row, "decision"),
        text(row, "trace"),
        text(row, "provenance"),
        names(row.getString("not_observable")),
        row.getInt("weight"));
  }

  private static TreeSet<String> names(String joined) {
    var names = new TreeSet<>(Arrays.asList(joined.split(",")));
    names.remove("");
    return names;
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
