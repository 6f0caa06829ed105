package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficAggregate;
import java.util.List;

/**
 * The requests of one aggregate that are in one bucket of latency.
 *
 * @param aggregate counts of a delivery
 * @param id of the aggregate, the same when it comes again
 * @param bucket as {@link LatencyBuckets#wide} has it
 */
record CountRow(TrafficAggregate aggregate, String id, int bucket, int requests) {

  /** All of an aggregate. */
  static List<CountRow> of(TrafficAggregate aggregate, String id) {
    return aggregate.counts().latencies().entrySet().stream()
        .map(
            each ->
                new CountRow(
                    aggregate,
                    id + "/" + each.getKey(),
                    each.getKey(),
                    Math.toIntExact(each.getValue())))
        .toList();
  }

  int status() {
    return Integer.parseInt(aggregate.dimensions().getOrDefault(TrafficAggregate.STATUS, "0"));
  }
}
