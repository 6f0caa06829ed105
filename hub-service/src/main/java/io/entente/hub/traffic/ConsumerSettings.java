package io.entente.hub.traffic;

import io.entente.hub.kafka.KafkaAccess;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How events are read into the store.
 *
 * @param topic of requests one by one
 * @param counts topic that holds counts of deliveries among others; it may be missing
 * @param retention how long the store keeps an event after the hub received it
 * @param maxBytes what the store may take; beyond it, the oldest events go before their time
 * @param retryAfter pause before reading starts again after a failure
 */
public record ConsumerSettings(
    KafkaAccess kafka,
    String topic,
    String counts,
    Duration retention,
    long maxBytes,
    Duration retryAfter) {

  static final Duration POLL = Duration.ofMillis(500);

  /**
   * Most records of one transaction of the store. What a transaction costs by itself is little when
   * that many share it; an event takes about 2 KB meanwhile.
   */
  private static final int MOST_RECORDS = 4_000;

  /**
   * Records are gathered so long, or until they are so many bytes: many small transactions cost the
   * store more than all of the way to it, and this is how much later an event is seen.
   */
  private static final int GATHERING_MILLIS = 400;

  private static final int ENOUGH_BYTES = 256 << 10;

  private static final int MOST_BYTES = 2 << 20;

  public ConsumerSettings {
    if (retention.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("traffic retention " + retention + " is < 1h");
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("a store of " + maxBytes + " bytes holds nothing");
    }
  }

  Map<String, Object> consumer() {
    return kafka.with(
        Map.of(
            // Where reading continues is kept with the rows; Kafka is not asked to remember.
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            MOST_RECORDS,
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            ENOUGH_BYTES,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            MOST_BYTES,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            ENOUGH_BYTES,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            GATHERING_MILLIS,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            1000));
  }
}
