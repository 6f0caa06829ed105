package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.GroupCounts;
import io.entente.hub.traffic.store.RecordedRequest;
import io.entente.hub.traffic.store.RequestCounts;
import io.entente.hub.traffic.store.SeriesPoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /**
   * Single requests, the newest first.
   *
   * @param next the cursor of the next page; absent on the last
   */
  record Events(Instant from, Instant to, List<RecordedRequest> events, Optional<String> next) {}

  private TrafficAnswers() {}
}
