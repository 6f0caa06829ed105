package io.entente.simulator.kong.proxy.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import java.time.Duration;

/** The {@code queue} record of a logging plugin. */
record QueueSettings(
    int maxBatchSize,
    Duration maxCoalescingDelay,
    int maxEntries,
    Duration maxRetryTime,
    Duration initialRetryDelay,
    Duration maxRetryDelay) {

  QueueSettings {
    if (maxBatchSize < 1 || maxEntries < 1) {
      throw new IllegalArgumentException(
          "max_batch_size " + maxBatchSize + ", max_entries " + maxEntries);
    }
  }

  static QueueSettings of(JsonNode config) {
    JsonNode queue = Json.object(config, "queue");
    return new QueueSettings(
        Json.whole(queue, "max_batch_size", 1),
        seconds(queue, "max_coalescing_delay", 1),
        Json.whole(queue, "max_entries", 10_000),
        seconds(queue, "max_retry_time", 60),
        seconds(queue, "initial_retry_delay", 0.01),
        seconds(queue, "max_retry_delay", 60));
  }

  private static Duration seconds(JsonNode queue, String field, double otherwise) {
    return Duration.ofNanos(Math.round(Json.number(queue, field, otherwise) * 1e9));
  }
}
