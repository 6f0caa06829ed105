package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.duckdb.DuckDBAppender;

/** A request is a row. */
enum EventForm implements RowForm<TrafficEvent> {
  FORM;

  @Override
  public String tenant(TrafficEvent event) {
    return event.tenant().value();
  }

  @Override
  public String gateway(TrafficEvent event) {
    return event.gateway().value();
  }

  @Override
  public String id(TrafficEvent event) {
    return event.id();
  }

  @Override
  public long micros(TrafficEvent event) {
    return StoredEvent.micros(event.time());
  }

  @Override
  public void append(DuckDBAppender row, TrafficEvent e) throws SQLException {
    var nanos = e.duration().toNanos();
    row.beginRow();
    row.append(e.tenant().value());
    row.append(e.gateway().value());
    row.append(e.id());
    row.append(e.node());
    row.append(StoredEvent.micros(e.time()));
    row.append(StoredEvent.micros(e.observedTime()));
    row.append(e.method());
    row.append(e.path());
    Columns.text(row, e.host());
    row.append((short) e.status());
    row.append(nanos);
    row.append(LatencyBuckets.index(nanos));
    Columns.number(row, e.upstreamDuration().map(Duration::toNanos));
    Columns.number(row, e.requestBytes());
    Columns.number(row, e.responseBytes());
    Columns.text(row, e.api().map(Object::toString));
    Columns.text(row, e.route().map(Object::toString));
    Columns.text(row, e.consumer());
    Columns.text(row, e.clientAddress());
    Columns.text(row, e.decision());
    Columns.text(row, e.trace());
    row.append(String.join(",", e.notObservable()));
    Columns.text(row, e.provenance());
    row.append(e.weight());
    row.append(false);
  }

  @Override
  public void bind(PreparedStatement row, TrafficEvent e) throws SQLException {
    long nanos = e.duration().toNanos();
    row.setString(1, e.tenant().value());
    row.setString(2, e.gateway().value());
    row.setString(3, e.id());
    row.setString(4, e.node());
    row.setLong(5, StoredEvent.micros(e.time()));
    row.setLong(6, StoredEvent.micros(e.observedTime()));
    row.setString(7, e.method());
    row.setString(8, e.path());
    Columns.text(row, 9, e.host());
    row.setInt(10, e.status());
    row.setLong(11, nanos);
    row.setInt(12, LatencyBuckets.index(nanos));
    Columns.number(row, 13, e.upstreamDuration().map(Duration::toNanos));
    Columns.number(row, 14, e.requestBytes());
    Columns.number(row, 15, e.responseBytes());
    Columns.text(row, 16, e.api().map(Object::toString));
    Columns.text(row, 17, e.route().map(Object::toString));
    Columns.text(row, 18, e.consumer());
    Columns.text(row, 19, e.clientAddress());
    Columns.text(row, 20, e.decision());
    Columns.text(row, 21, e.trace());
    row.setString(22, String.join(",", e.notObservable()));
    Columns.text(row, 23, e.provenance());
    row.setInt(24, e.weight());
    row.setBoolean(25, false);
  }
}
