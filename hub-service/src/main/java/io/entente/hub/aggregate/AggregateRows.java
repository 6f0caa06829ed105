package io.entente.hub.aggregate;

import io.entente.hub.plan.Sql;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.event.AggregateCounts;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficAggregate.Standing;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of the table, and back. In the connection's own transaction. */
final class AggregateRows {

  private static final String COLUMNS =
      "tenant, gateway, bucket, dimensions, width_seconds, api, requests, errors, policy_errors,"
          + " target_errors, latency_ms, target_latency_ms, request_bytes, response_bytes,"
          + " provenance, observed_at, settled, revision";
  private static final String UPSERT =
      "insert into traffic_aggregate ("
          + COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (tenant, gateway, bucket, dimensions) do update set"
          + " width_seconds = excluded.width_seconds, api = excluded.api,"
          + " requests = excluded.requests, errors = excluded.errors,"
          + " policy_errors = excluded.policy_errors, target_errors = excluded.target_errors,"
          + " latency_ms = excluded.latency_ms, target_latency_ms = excluded.target_latency_ms,"
          + " request_bytes = excluded.request_bytes, response_bytes = excluded.response_bytes,"
          + " provenance = excluded.provenance, observed_at = excluded.observed_at,"
          + " settled = excluded.settled, revision = excluded.revision";

  private AggregateRows() {}

  /** Rows of the gateway whose buckets begin in {@code from} to before {@code to}. */
  static List<KeptBucket> between(
      Connection connection, Tenant tenant, GatewayId gateway, Instant from, Instant to)
      throws SQLException {
    return Sql.query(
        connection,
        "select "
            + COLUMNS
            + " from traffic_aggregate where tenant = ? and gateway = ? and bucket >= ? and bucket < ?",
        AggregateRows::row,
        tenant.value(),
        gateway.value(),
        from,
        to);
  }

  static void put(Connection connection, KeptBucket kept) throws SQLException {
    TrafficAggregate row = kept.aggregate();
    AggregateCounts counts = row.counts();
    Sql.update(
        connection,
        UPSERT,
        row.tenant().value(),
        row.gateway().value(),
        row.start(),
        dimensions(row),
        (int) row.width().toSeconds(),
        row.api().map(ApiName::value),
        counts.requests(),
        counts.errors(),
        counts.policyErrors(),
        counts.targetErrors(),
        counts.latencyMillis(),
        counts.targetLatencyMillis(),
        counts.requestBytes(),
        counts.responseBytes(),
        row.provenance(),
        row.observedTime(),
        row.standing() == Standing.FINAL,
        kept.revision());
  }

  static int expire(Connection connection, Tenant tenant, Instant before) throws SQLException {
    return Sql.update(
        connection,
        "delete from traffic_aggregate where tenant = ? and bucket < ?",
        tenant.value(),
        before);
  }

  static String dimensions(TrafficAggregate aggregate) {
    return JsonTree.write(AggregateEvents.dimensions(aggregate));
  }

  static SortedMap<String, String> dimensions(String kept) {
    var found = new TreeMap<String, String>();
    if (JsonTree.read(kept, TreeLimits.DOCUMENT) instanceof Node.Obj names) {
      names
          .fields()
          .forEach(
              (name, node) -> {
                if (node instanceof Node.Value value && value.value() instanceof Scalar.Text text) {
                  found.put(name, text.value());
                }
              });
    }
    return found;
  }

  private static KeptBucket row(ResultSet row) throws SQLException {
    return new KeptBucket(
        new TrafficAggregate(
            new Tenant(row.getString("tenant")),
            new GatewayId(row.getString("gateway")),
            dimensions(row.getString("dimensions")),
            Optional.ofNullable(row.getString("api")).map(ApiName::new),
            row.getObject("bucket", OffsetDateTime.class).toInstant(),
            Duration.ofSeconds(row.getInt("width_seconds")),
            counts(row),
            row.getObject("observed_at", OffsetDateTime.class).toInstant(),
            row.getString("provenance"),
            row.getBoolean("settled") ? Standing.FINAL : Standing.PROVISIONAL),
        row.getInt("revision"));
  }

  static AggregateCounts counts(ResultSet row) throws SQLException {
    return new AggregateCounts(
        Optional.ofNullable(row.getObject("requests", Long.class)),
        Optional.ofNullable(row.getObject("errors", Long.class)),
        Optional.ofNullable(row.getObject("policy_errors", Long.class)),
        Optional.ofNullable(row.getObject("target_errors", Long.class)),
        Optional.ofNullable(row.getObject("latency_ms", Double.class)),
        Optional.ofNullable(row.getObject("target_latency_ms", Double.class)),
        Optional.ofNullable(row.getObject("request_bytes", Long.class)),
        Optional.ofNullable(row.getObject("response_bytes", Long.class)));
  }
}
