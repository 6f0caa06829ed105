package io.entente.bench.query;

import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** Percentiles of the store beside the exact ones of PostgreSQL. */
final class Percentiles {

  private static final String EXACT =
      """
      SELECT gateway, percentile_disc(0.5) WITHIN GROUP (ORDER BY duration_ns),
        percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ns),
        percentile_disc(0.99) WITHIN GROUP (ORDER BY duration_ns)
      FROM traffic_event GROUP BY gateway
      """;

  private Percentiles() {}

  /** The largest distance from the exact figure, as a part of it, of p50, p95 and p99. */
  static double worstError(TrafficStore store, PostgresPeer peer) throws SQLException {
    var query =
        new TrafficQuery(
            Workload.TENANT,
            Workload.START,
            Workload.START.plus(Workload.SPAN),
            TrafficFilter.ALL,
            GroupBy.GATEWAY,
            Duration.ofDays(1));
    var exact = peer.three(EXACT);
    double worst = 0;
    for (var group : store.summary(query).groups()) {
      long[] right = Objects.requireNonNull(exact.get(group.key().orElseThrow()), "of no gateway");
      var ours = group.counts();
      double[] found = {ours.p50Millis(), ours.p95Millis(), ours.p99Millis()};
      for (int i = 0; i < found.length; i++) {
        worst = Math.max(worst, Math.abs(found[i] * 1e6 / right[i] - 1));
      }
    }
    return worst;
  }
}
