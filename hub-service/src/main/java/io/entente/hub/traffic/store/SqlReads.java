package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Answers the statements. */
  Questions questions();

  @Override
  default TrafficSummary summary(TrafficQuery query) {
    return questions().answer(answers -> Counting.summary(answers, query));
  }

  @Override
  default List<SeriesPoint> series(TrafficQuery query) {
    return questions().answer(answers -> Counting.series(answers, query));
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
