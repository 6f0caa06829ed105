package io.entente.hub.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Topics on a Kafka of yours. Its address is {@code kafka.bootstrap.servers}; {@code
 * kafka.security.protocol}, {@code kafka.sasl.*} and {@code kafka.ssl.*} are those of Kafka's own
 * clients.
 */
@ConfigMapping(prefix = "entente.kafka")
public interface KafkaConfig {

  /**
   * Whether the hub makes topics that are missing. Where it may not, make them yourself and set
   * this to false.
   */
  @WithDefault("true")
  boolean createTopics();

  /** Partitions of the topic of traffic when the hub makes it. Raise it for many consumers. */
  @WithDefault("12")
  @Min(1)
  int trafficPartitions();

  /** Copies of each partition when the hub makes a topic; 0 leaves it to the brokers. */
  @WithDefault("0")
  @Min(0)
  short replicas();

  /**
   * How long Kafka keeps traffic when the hub makes the topic: as far back the traffic store can be
   * rebuilt.
   */
  @WithDefault("P7D")
  @DurationMin(hours = 1)
  Duration retention();
}
