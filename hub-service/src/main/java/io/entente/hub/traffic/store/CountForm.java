package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficAggregate;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/**
 * Counts are rows beside those of requests, marked so: they count, and are shown nowhere as a
 * request.
 */
enum CountForm implements RowForm<CountRow> {
  FORM;

  private static final String NONE = "";

  // Nobody knows who called; the other columns of a single request are not asked about.
  private static final String UNSEEN = "consumer";

  @Override
  public String tenant(CountRow count) {
    return count.aggregate().tenant().value();
  }

  @Override
  public String gateway(CountRow count) {
    return count.aggregate().gateway().value();
  }

  @Override
  public String id(CountRow count) {
    return count.id();
  }

  @Override
  public long micros(CountRow count) {
    return StoredEvent.micros(count.aggregate().start());
  }

  @Override
  public void append(DuckDBAppender row, CountRow count) throws SQLException {
    TrafficAggregate of = count.aggregate();
    row.beginRow();
    row.append(tenant(count));
    row.append(gateway(count));
    row.append(count.id());
    row.append(NONE);
    row.append(micros(count));
    row.append(StoredEvent.micros(of.observedTime()));
    row.append(NONE);
    row.append(NONE);
    row.appendNull();
    row.append((short) count.status());
    row.append((long) LatencyBuckets.nanos(count.bucket()));
    row.append(LatencyBuckets.narrow(count.bucket()));
    row.appendNull();
    row.appendNull();
    row.appendNull();
    Columns.text(row, of.api().map(Object::toString));
    Columns.text(row, route(of));
    row.appendNull();
    row.appendNull();
    row.appendNull();
    row.appendNull();
    row.append(UNSEEN);
    row.append(of.provenance());
    row.append(count.requests());
    row.append(true);
  }

  @Override
  public void bind(PreparedStatement row, CountRow count) throws SQLException {
    TrafficAggregate of = count.aggregate();
    row.setString(1, tenant(count));
    row.setString(2, gateway(count));
    row.setString(3, count.id());
    row.setString(4, NONE);
    row.setLong(5, micros(count));
    row.setLong(6, StoredEvent.micros(of.observedTime()));
    row.setString(7, NONE);
    row.setString(8, NONE);
    row.setNull(9, Types.VARCHAR);
    row.setInt(10, count.status());
    row.setLong(11, (long) LatencyBuckets.nanos(count.bucket()));
    row.setInt(12, LatencyBuckets.narrow(count.bucket()));
    row.setNull(13, Types.BIGINT);
    row.setNull(14, Types.BIGINT);
    row.setNull(15, Types.BIGINT);
    Columns.text(row, 16, of.api().map(Object::toString));
    Columns.text(row, 17, route(of));
    row.setNull(18, Types.VARCHAR);
    row.setNull(19, Types.VARCHAR);
    row.setNull(20, Types.VARCHAR);
    row.setNull(21, Types.VARCHAR);
    row.setString(22, UNSEEN);
    row.setString(23, of.provenance());
    row.setInt(24, count.requests());
    row.setBoolean(25, true);
  }

  private static Optional<String> route(TrafficAggregate of) {
    return Optional.ofNullable(of.dimensions().get(TrafficAggregate.ROUTE));
  }
}
