package io.entente.hub.traffic;

import io.entente.hub.embedded.Topics;
import io.entente.hub.kafka.KafkaAccess;
import io.entente.hub.traffic.store.DuckDbSettings;
import io.entente.hub.traffic.store.DuckDbTrafficStore;
import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The parts of the road of traffic on a broker of a test. */
final class TrafficRoads {

  private TrafficRoads() {}

  static TrafficPublisher publisher(String bootstrapServers, Duration timeout, int maxInFlight) {
    return publisher(KafkaAccess.plain(bootstrapServers), timeout, maxInFlight);
  }

  static TrafficPublisher publisher(KafkaAccess access, Duration timeout, int maxInFlight) {
    return new TrafficPublisher(
        new PublisherSettings(access, Topics.TRAFFIC.topic(), timeout, maxInFlight),
        new SimpleMeterRegistry());
  }

  static TrafficConsumer consumer(String bootstrapServers, TrafficStore store) {
    return consumer(KafkaAccess.plain(bootstrapServers), store);
  }

  static TrafficConsumer consumer(KafkaAccess access, TrafficStore store) {
    return new TrafficConsumer(
        new ConsumerSettings(
            access,
            Topics.TRAFFIC.topic(),
            Topics.AGGREGATE.topic(),
            Duration.ofDays(30),
            1L << 30,
            Duration.ofMillis(20)),
        store,
        events -> {});
  }

  static DuckDbSettings settings(Path file) {
    return new DuckDbSettings(file, "256MB", Duration.ofSeconds(10));
  }

  static DuckDbTrafficStore store(Path file) {
    return new DuckDbTrafficStore(settings(file));
  }

  /** Events of the last hour. */
  static long count(TrafficStore store) {
    var now = Instant.now();
    return store
        .summary(
            new TrafficQuery(
                Events.TENANT,
                now.minusSeconds(3600),
                now.plusSeconds(60),
                TrafficFilter.ALL,
                GroupBy.API,
                Duration.ofMinutes(1)))
        .total()
        .requests();
  }
}
