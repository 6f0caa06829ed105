package io.entente.hub.traffic.store;

import java.util.List;

/**
 * Counts over everything and per group.
 *
 * @param more whether there were more groups than an answer holds; {@code total} counts all
 */
public record TrafficSummary(RequestCounts total, List<GroupCounts> groups, boolean more) {

  public TrafficSummary {
    groups = List.copyOf(groups);
  }
}
