package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.GroupCounts;
import io.entente.hub.traffic.store.RecordedRequest;
import io.entente.hub.traffic.store.RequestCounts;
import io.entente.hub.traffic.store.SeriesPoint;
import java.time.Instant;
import java.util.List;

/** The bodies of answers; each repeats the time that it is about. */
final class TrafficAnswers {

  record Summary(
      Instant from,
      Instant to,
      String groupBy,
      RequestCounts total,
      List<GroupCounts> groups,
      boolean moreGroups) {}

  record Series(
      Instant from, Instant to, String groupBy, long stepSeconds, List<SeriesPoint> points) {}

  record Errors(Instant from, Instant to, int minStatus, List<RecordedRequest> requests) {}

  private TrafficAnswers() {}
}
