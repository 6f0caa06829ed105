package io.entente.hub.aggregate;

import io.entente.hub.aggregate.AggregateAnswer.Bucket;
import io.entente.hub.aggregate.AggregateAnswer.Series;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.Transactions;
import io.entente.model.event.AggregateCounts;
import io.entente.model.identity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Sums kept buckets up for a question. Blocks. */
@ApplicationScoped
class AggregateView {

  /** Most buckets of an answer. */
  static final int MOST = 10_000;

  private static final List<String> SUMS =
      List.of(
          "requests",
          "errors",
          "policy_errors",
          "target_errors",
          "latency_ms",
          "target_latency_ms",
          "request_bytes",
          "response_bytes");

  private final Transactions transactions;

  AggregateView(Transactions transactions) {
    this.transactions = transactions;
  }

  private record Group(
      String gateway,
      SortedMap<String, String> dimensions,
      Optional<String> api,
      String provenance) {}

  private record Row(Group group, Bucket bucket) {}

  /** Series of the answer, and whether there were more buckets than it may hold. */
  record Found(List<Series> series, boolean more) {}

  Found find(Tenant tenant, AggregateQuery query, AggregateQuery.Range range) {
    List<Row> rows =
        transactions.call(
            connection ->
                Sql.query(
                    connection,
                    sql(),
                    AggregateView::row,
                    range.width().toSeconds(),
                    tenant.value(),
                    range.from(),
                    range.to(),
                    query.gateway(),
                    query.gateway(),
                    query.api(),
                    query.api(),
                    MOST + 1));
    Map<Group, List<Bucket>> groups = new LinkedHashMap<>();
    rows.stream()
        .limit(MOST)
        .forEach(
            row -> groups.computeIfAbsent(row.group(), g -> new ArrayList<>()).add(row.bucket()));
    var series = new ArrayList<Series>();
    groups.forEach(
        (group, buckets) ->
            series.add(
                new Series(
                    group.gateway(),
                    group.dimensions(),
                    group.api(),
                    group.provenance(),
                    buckets)));
    return new Found(series, rows.size() > MOST);
  }

  private static String sql() {
    var sums = new StringBuilder();
    for (String name : SUMS) {
      // A sum of which a part is not known is not known.
      sums.append(", (case when count(%1$s) = count(*) then sum(%1$s) end)".formatted(name))
          .append(name.endsWith("_ms") ? "" : "::bigint")
          .append(" as ")
          .append(name);
    }
    return "select gateway, dimensions, api, provenance,"
        + " date_bin(make_interval(secs => ?), bucket, timestamptz 'epoch') as start,"
        + " bool_and(settled) as settled"
        + sums
        + " from traffic_aggregate where tenant = ? and bucket >= ? and bucket < ?"
        + " and (cast(? as text) is null or gateway = ?)"
        + " and (cast(? as text) is null or api = ?)"
        + " group by gateway, dimensions, api, provenance, start"
        + " order by gateway, dimensions, api, provenance, start limit ?";
  }

  private static Row row(ResultSet row) throws SQLException {
    AggregateCounts counts = AggregateRows.counts(row);
    return new Row(
        new Group(
            row.getString("gateway"),
            AggregateRows.dimensions(row.getString("dimensions")),
            Sql.text(row, "api"),
            row.getString("provenance")),
        new Bucket(
            row.getObject("start", OffsetDateTime.class).toInstant(),
            counts.requests(),
            counts.errors(),
            counts.policyErrors(),
            counts.targetErrors(),
            counts.latencyMillis(),
            counts.targetLatencyMillis(),
            counts.requestBytes(),
            counts.responseBytes(),
            !row.getBoolean("settled")));
  }
}
