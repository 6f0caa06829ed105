package io.entente.hub.traffic;

import io.entente.hub.kafka.KafkaAccess;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How events are published.
 *
 * @param timeout within which a batch is acknowledged or reported as failed
 * @param maxInFlight most events accepted and not yet answered
 */
public record PublisherSettings(
    KafkaAccess kafka, String topic, Duration timeout, int maxInFlight) {

  public PublisherSettings {
    if (timeout.compareTo(Duration.ofMillis(500)) < 0) {
      throw new IllegalArgumentException("publish timeout " + timeout + " is < 500ms");
    }
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("max in flight " + maxInFlight + " is < 1");
    }
  }

  Map<String, Object> producer() {
    var millis = Math.toIntExact(timeout.toMillis());
    // What comes while a request is on its way waits for the next one: a delivery alone goes out at
    // once, and the more there is to send, the larger the batches become.
    return kafka.with(
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            millis,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            millis / 2,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            millis,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            1000));
  }
}
