package io.entente.hub.traffic.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements for single events. Values are always parameters, never text. */
record EventsSql(String text, List<Object> parameters) {

  private static final String LIST =
      """
      SELECT event_id, gateway, node, time_us, method, path, host, status, duration_ns, api, route,
        consumer, client_address, decision, trace, weight
      FROM traffic_event WHERE NOT aggregated AND %s AND status BETWEEN ? AND ? AND duration_ns >= ?%s%s
      ORDER BY time_us DESC, gateway, event_id LIMIT ?
      """;

  private static final String TRACE = " AND trace = ?";

  private static final String AFTER =
      " AND (time_us < ? OR (time_us = ? AND (gateway > ? OR (gateway = ? AND event_id > ?))))";

  private static final String ONE =
      """
      SELECT * FROM traffic_event WHERE NOT aggregated AND tenant = ? AND event_id = ?%s
      ORDER BY time_us DESC, gateway LIMIT ?
      """;

  static EventsSql list(
      TrafficQuery query, EventFilter filter, Optional<EventPlace> after, int limit) {
    List<Object> parameters = new ArrayList<>();
    String where = CountsSql.where(query, parameters);
    parameters.add(filter.leastStatus());
    parameters.add(filter.mostStatus());
    parameters.add(filter.leastDuration().toNanos());
    filter.trace().ifPresent(parameters::add);
    after.ifPresent(
        place -> {
          long time = StoredEvent.micros(place.time());
          parameters.addAll(List.of(time, time, place.gateway(), place.gateway(), place.id()));
        });
    parameters.add(limit);
    String trace = filter.trace().isPresent() ? TRACE : "";
    return new EventsSql(LIST.formatted(where, trace, after.isPresent() ? AFTER : ""), parameters);
  }

  static EventsSql one(String tenant, Optional<String> gateway, String id, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(tenant, id));
    gateway.ifPresent(parameters::add);
    parameters.add(limit);
    return new EventsSql(ONE.formatted(gateway.isPresent() ? " AND gateway = ?" : ""), parameters);
  }
}
