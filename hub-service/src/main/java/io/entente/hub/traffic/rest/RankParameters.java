package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.GroupCounts;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/**
 * Which groups are shown and in what order.
 *
 * @param by requests, errors, clientErrors, unanswered, errorRate, p50, p95 or p99; of the 200
 *     busiest groups
 * @param top how many of them
 */
public record RankParameters(
    @QueryParam("by") @DefaultValue("requests") String by,
    @QueryParam("top") @DefaultValue("200") String top) {

  List<GroupCounts> ranked(List<GroupCounts> groups) {
    return groups.stream().sorted(measure().order()).limit(checkedTop()).toList();
  }

  Measure measure() {
    return Measure.of(by)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        "TRAFFIC_MEASURE_UNKNOWN",
                        "groups cannot be ordered by '" + by + "'",
                        "by",
                        by,
                        "Use requests, errors, clientErrors, unanswered, errorRate, p50, p95 or"
                            + " p99.")));
  }

  private int checkedTop() {
    return TrafficResource.number("top", top, 1, TrafficQuery.MAX_GROUPS);
  }
}
