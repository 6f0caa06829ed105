package io.entente.hub.traffic.store;

import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.Instant;

/**
 * A question about traffic.
 *
 * @param from first instant, by the time of the request
 * @param to first instant no longer in it
 * @param step width of a point of a series; at most {@value #MAX_POINTS} points
 */
public record TrafficQuery(
    Tenant tenant, Instant from, Instant to, TrafficFilter filter, GroupBy groupBy, Duration step) {

  /** Most points of a series. */
  public static final int MAX_POINTS = 2000;

  /** Most groups in an answer; a summary says when there were more. */
  public static final int MAX_GROUPS = 200;

  public TrafficQuery {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from " + from + " is not before to " + to);
    }
    if (step.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("step " + step + " is < 1s");
    }
    if (Duration.between(from, to).dividedBy(step) >= MAX_POINTS) {
      throw new IllegalArgumentException("step " + step + " gives too many points");
    }
  }
}
