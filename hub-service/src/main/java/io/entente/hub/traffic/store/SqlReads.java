package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store that answers the questions of {@link TrafficStore} by SQL that all understand alike. */
interface SqlReads extends TrafficStore {

  String ERRORS =
      """
      SELECT event_id, gateway, node, time_us, method, path, host, status, duration_ns, api, route,
        consumer, client_address, decision, trace, weight
      FROM traffic_event WHERE NOT aggregated AND %s AND status >= ?
      ORDER BY time_us DESC, event_id LIMIT ?
      """;

  String CALLERS =
      """
      SELECT coalesce(sum(weight), 0), sum(CASE WHEN consumer IS NULL THEN weight ELSE 0 END),
        count(DISTINCT client_address) FILTER (WHERE consumer IS NULL),
        CASE WHEN count(*) = 0 THEN 1 ELSE max(
          CASE WHEN concat(',', not_observable, ',') LIKE '%%,consumer,%%' THEN 0 ELSE 1 END) END
      FROM traffic_event WHERE %s AND status BETWEEN 100 AND 399
      """;

  /** What there may be hundreds of. */
  Set<GroupBy> MANY = Set.of(GroupBy.API, GroupBy.ROUTE, GroupBy.CONSUMER);

  /** Answers the statements. */
  Questions questions();

  @Override
  default TrafficSummary summary(TrafficQuery query) {
    var all =
        questions()
            .counted(
                query, false, false, source -> CountsSql.total(query, source), RequestRow::counts);
    var only = busiest(query, false, TrafficQuery.MAX_GROUPS + 1);
    var groups =
        questions()
            .counted(
                query,
                true,
                false,
                source -> CountsSql.groups(query, source, only, TrafficQuery.MAX_GROUPS + 1),
                r -> new GroupCounts(RequestRow.key(r), RequestRow.counts(r)));
    var more = groups.size() > TrafficQuery.MAX_GROUPS;
    return new TrafficSummary(
        all.isEmpty() ? RequestCounts.NONE : all.get(0),
        more ? groups.subList(0, TrafficQuery.MAX_GROUPS) : groups,
        more);
  }

  /**
   * The groups that will be told, where there may be many: latencies are many more rows than
   * groups, and those of the others need not be added up. Empty where all are told.
   */
  private Optional<List<String>> busiest(TrafficQuery query, boolean series, int limit) {
    if (!MANY.contains(query.groupBy())) {
      return Optional.empty();
    }
    List<String> found =
        questions()
            .counted(
                query,
                true,
                series,
                source -> CountsSql.busiest(query, source, limit),
                r -> r.getString(1));
    return Optional.of(found).filter(groups -> groups.size() == limit);
  }

  @Override
  default List<SeriesPoint> series(TrafficQuery query) {
    var only = busiest(query, true, CountsSql.SERIES_GROUPS);
    return questions()
        .counted(
            query,
            true,
            true,
            source -> CountsSql.series(query, source, only),
            r ->
                new SeriesPoint(
                    StoredEvent.instant(r.getLong(1)), RequestRow.key(r), RequestRow.counts(r)));
  }

  @Override
  default CallersSeen callers(TrafficQuery query) {
    List<Object> parameters = new ArrayList<>();
    var sql = CALLERS.formatted(CountsSql.where(query, parameters));
    return questions()
        .list(
            sql,
            parameters,
            r -> new CallersSeen(r.getLong(1), r.getLong(2), r.getLong(3), r.getInt(4) == 1))
        .get(0);
  }

  @Override
  default List<RecordedRequest> errors(TrafficQuery query, int minStatus, int limit) {
    List<Object> parameters = new ArrayList<>();
    var sql = ERRORS.formatted(CountsSql.where(query, parameters));
    parameters.add(minStatus);
    parameters.add(limit);
    return questions().list(sql, parameters, RequestRow::read);
  }

  @Override
  default List<RecordedRequest> events(
      TrafficQuery query, EventFilter filter, Optional<EventPlace> after, int limit) {
    var sql = EventsSql.list(query, filter, after, limit);
    return questions().list(sql.text(), sql.parameters(), RequestRow::read);
  }

  @Override
  default List<TrafficEvent> event(Tenant tenant, Optional<String> gateway, String id, int limit) {
    var sql = EventsSql.one(tenant.value(), gateway, id, limit);
    return questions().list(sql.text(), sql.parameters(), EventRow::read);
  }
}
