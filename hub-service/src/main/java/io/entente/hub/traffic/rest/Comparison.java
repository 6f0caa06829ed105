package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.GroupCounts;
import io.entente.hub.traffic.store.RequestCounts;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A time beside the time of the same length just before it.
 *
 * @param before first instant of the earlier one, which ends where the later begins
 * @param total over the later one
 * @param previous over the earlier one
 * @param requestsChange of the total, as a share of the earlier; absent where there was none
 * @param groups those of the later one, in the order that was asked for
 * @param moreGroups whether either had more groups than were looked at
 */
record Comparison(
    Instant from,
    Instant to,
    Instant before,
    String groupBy,
    String by,
    RequestCounts total,
    RequestCounts previous,
    Optional<Double> requestsChange,
    List<ComparedGroup> groups,
    boolean moreGroups) {

  /**
   * One group.
   *
   * @param previous absent where it is not known, the group not being among the busiest before
   * @param requestsChange as a share of the earlier; absent where there was none
   */
  record ComparedGroup(
      Optional<String> key,
      RequestCounts counts,
      Optional<RequestCounts> previous,
      Optional<Double> requestsChange) {}

  static TrafficQuery before(TrafficQuery query) {
    Instant start = query.from().minus(Duration.between(query.from(), query.to()));
    return new TrafficQuery(
        query.tenant(), start, query.from(), query.filter(), query.groupBy(), query.step());
  }

  static Comparison of(
      TrafficQuery query, TrafficSummary now, TrafficSummary earlier, RankParameters rank) {
    Map<Optional<String>, RequestCounts> known = new HashMap<>();
    earlier.groups().forEach(group -> known.put(group.key(), group.counts()));
    return new Comparison(
        query.from(),
        query.to(),
        before(query).from(),
        query.groupBy().name().toLowerCase(Locale.ROOT),
        rank.measure().label(),
        now.total(),
        earlier.total(),
        change(now.total(), Optional.of(earlier.total())),
        rank.ranked(now.groups()).stream().map(g -> group(g, known, earlier.more())).toList(),
        now.more() || earlier.more());
  }

  private static ComparedGroup group(
      GroupCounts group, Map<Optional<String>, RequestCounts> known, boolean partly) {
    Optional<RequestCounts> previous =
        Optional.ofNullable(known.get(group.key()))
            .or(() -> partly ? Optional.empty() : Optional.of(RequestCounts.NONE));
    return new ComparedGroup(
        group.key(), group.counts(), previous, change(group.counts(), previous));
  }

  private static Optional<Double> change(RequestCounts now, Optional<RequestCounts> previous) {
    return previous
        .filter(was -> was.requests() > 0)
        .map(was -> (double) (now.requests() - was.requests()) / was.requests());
  }
}
