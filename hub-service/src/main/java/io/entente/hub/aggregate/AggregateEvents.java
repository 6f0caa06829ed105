package io.entente.hub.aggregate;

import io.entente.hub.outbox.OutboxEvent;
import io.entente.model.event.AggregateCounts;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.tree.Node;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;

/** Aggregates as events on Kafka. */
public final class AggregateEvents {

  /** CloudEvents type. */
  public static final String TYPE = "io.entente.api.aggregate.v1";

  private AggregateEvents() {}

  static OutboxEvent of(KeptBucket kept) {
    TrafficAggregate aggregate = kept.aggregate();
    return new OutboxEvent(
        OutboxEvent.AGGREGATE,
        key(aggregate),
        TYPE,
        subject(aggregate),
        data(aggregate, kept.revision()));
  }

  /** What keeps the order of a group. */
  public static String key(TrafficAggregate aggregate) {
    return aggregate.gateway() + "/" + aggregate.dimensions();
  }

  /** What it is about. */
  public static String subject(TrafficAggregate aggregate) {
    return "gateway/" + aggregate.gateway();
  }

  /** The data member. */
  public static Node.Obj data(TrafficAggregate aggregate, int revision) {
    var data = new TreeMap<String, Node>();
    data.put("tenant", Node.text(aggregate.tenant().value()));
    data.put("gateway", Node.text(aggregate.gateway().value()));
    data.put("dimensions", dimensions(aggregate));
    aggregate.api().ifPresent(api -> data.put("api", Node.text(api.value())));
    data.put("start", Node.text(aggregate.start().toString()));
    data.put("widthSeconds", Node.number(aggregate.width().toSeconds()));
    data.put("observedTime", Node.text(aggregate.observedTime().toString()));
    data.put("provenance", Node.text(aggregate.provenance()));
    data.put("standing", Node.text(aggregate.standing().name().toLowerCase(java.util.Locale.ROOT)));
    data.put("revision", Node.number(revision));
    counts(data, aggregate.counts());
    return Node.obj(data);
  }

  static Node.Obj dimensions(TrafficAggregate aggregate) {
    var names = new TreeMap<String, Node>();
    aggregate.dimensions().forEach((name, value) -> names.put(name, Node.text(value)));
    return Node.obj(names);
  }

  private static void counts(TreeMap<String, Node> data, AggregateCounts counts) {
    whole(data, "requests", counts.requests());
    whole(data, "errors", counts.errors());
    whole(data, "policyErrors", counts.policyErrors());
    whole(data, "targetErrors", counts.targetErrors());
    decimal(data, "latencyMillisSum", counts.latencyMillis());
    decimal(data, "targetLatencyMillisSum", counts.targetLatencyMillis());
    whole(data, "requestBytes", counts.requestBytes());
    whole(data, "responseBytes", counts.responseBytes());
    if (!counts.latencies().isEmpty()) {
      var latencies = new TreeMap<String, Node>();
      counts.latencies().forEach((bucket, n) -> latencies.put(bucket.toString(), Node.number(n)));
      data.put("latencyBuckets", Node.obj(latencies));
    }
  }

  private static void whole(TreeMap<String, Node> data, String name, Optional<Long> value) {
    value.ifPresent(v -> data.put(name, Node.number(v)));
  }

  private static void decimal(TreeMap<String, Node> data, String name, Optional<Double> value) {
    value.ifPresent(v -> data.put(name, Node.number(BigDecimal.valueOf(v))));
  }
}
