package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.GroupCounts;
import io.entente.hub.traffic.store.RequestCounts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What groups are put in order by, the highest first. */
enum Measure {
  REQUESTS("requests", RequestCounts::requests),
  ERRORS("errors", RequestCounts::errors),
  CLIENT_ERRORS("clientErrors", RequestCounts::clientErrors),
  UNANSWERED("unanswered", RequestCounts::unanswered),
  ERROR_RATE("errorRate", RequestCounts::errorRate),
  P50("p50", RequestCounts::p50Millis),
  P95("p95", RequestCounts::p95Millis),
  P99("p99", RequestCounts::p99Millis);

  private final String label;
  private final ToDoubleFunction<RequestCounts> value;

  Measure(String label, ToDoubleFunction<RequestCounts> value) {
    this.label = label;
    this.value = value;
  }

  String label() {
    return label;
  }

  static Optional<Measure> of(String label) {
    return Arrays.stream(values()).filter(measure -> measure.label.equals(label)).findFirst();
  }

  /** The highest first; groups that are equal by name. */
  Comparator<GroupCounts> order() {
    return Comparator.<GroupCounts>comparingDouble(group -> value.applyAsDouble(group.counts()))
        .reversed()
        .thenComparing(group -> group.key().orElse(""));
  }
}
