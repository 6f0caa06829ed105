package io.entente.hub.embedded;

import java.util.List;

/** The topics of the product and how many partitions the embedded broker gives each. */
public enum Topics {
  TRAFFIC("entente.traffic.v1", 4),
  AGGREGATE("entente.aggregate.v1", 1),
  DECISION("entente.decision.v1", 1),
  CHANGE("entente.change.v1", 1),
  DRIFT("entente.drift.v1", 1),
  HEALTH("entente.health.v1", 1);

  private final String topic;
  private final int partitions;

  Topics(String topic, int partitions) {
    this.topic = topic;
    this.partitions = partitions;
  }

  /** Name on Kafka. */
  public String topic() {
    return topic;
  }

  /** Partitions on an embedded broker; an external one decides for itself. */
  public int partitions() {
    return partitions;
  }

  static List<Topics> all() {
    return List.of(values());
  }
}
