package io.entente.hub.outbox;

import io.entente.model.tree.Node;

/**
 * Something to be told: a state change, or counts that are kept.
 *
 * @param topic one of the product's topics
 * @param key what keeps its order: events of one key arrive in the order their transactions ended
 * @param type CloudEvents type, for example {@code entente.gateway.changed}
 * @param subject what it is about, for example {@code gateway/edge}
 * @param payload the event's data; never holds a secret
 */
public record OutboxEvent(String topic, String key, String type, String subject, Node payload) {
  public static final String AGGREGATE = "entente.aggregate.v1";
  public static final String CHANGE = "entente.change.v1";
  public static final String DRIFT = "entente.drift.v1";
  public static final String HEALTH = "entente.health.v1";

  public OutboxEvent {
    if (topic.isBlank() || key.isBlank() || type.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException(
          "event '" + type + "' for '" + subject + "' on '" + topic + "' has a blank part");
    }
  }
}
