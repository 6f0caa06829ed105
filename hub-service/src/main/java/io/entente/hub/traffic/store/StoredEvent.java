package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/** One event as a row; the order of columns is that of {@link DuckDbSchema#COLUMNS}. */
public final class StoredEvent {

  private StoredEvent() {}

  /**
   * Throws {@link ArithmeticException} when a time or duration of {@code event} has no row form.
   */
  public static void requireStorable(TrafficEvent event) {
    micros(event.time());
    micros(event.observedTime());
    LatencyBuckets.index(event.duration().toNanos());
  }

  static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static void append(DuckDBAppender row, TrafficEvent e, int sequence) throws SQLException {
    var nanos = e.duration().toNanos();
    row.beginRow();
    row.append(e.tenant().value());
    row.append(e.gateway().value());
    row.append(e.id());
    row.append(e.node());
    row.append(micros(e.time()));
    row.append(micros(e.observedTime()));
    row.append(e.method());
    row.append(e.path());
    text(row, e.host());
    row.append((short) e.status());
    row.append(nanos);
    row.append(LatencyBuckets.index(nanos));
    number(row, e.upstreamDuration().map(Duration::toNanos));
    number(row, e.requestBytes());
    number(row, e.responseBytes());
    text(row, e.api().map(Object::toString));
    text(row, e.route().map(Object::toString));
    text(row, e.consumer());
    text(row, e.clientAddress());
    text(row, e.decision());
    text(row, e.trace());
    row.append(String.join(",", e.notObservable()));
    text(row, e.provenance());
    row.append(e.weight());
    row.append(sequence);
    row.endRow();
  }

  private static void text(DuckDBAppender row, Optional<String> value) throws SQLException {
    if (value.isPresent()) {
      row.append(value.get());
    } else {
      row.appendNull();
    }
  }

  private static void number(DuckDBAppender row, Optional<Long> value) throws SQLException {
    if (value.isPresent()) {
      row.append(value.get().longValue());
    } else {
      row.appendNull();
    }
  }
}
