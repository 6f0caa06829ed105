package io.entente.hub.traffic;

import io.entente.hub.embedded.Topics;
import io.entente.hub.kafka.KafkaAccess;
import io.entente.hub.traffic.store.ClickHouseSettings;
import io.entente.hub.traffic.store.ClickHouseTrafficStore;
import io.entente.hub.traffic.store.DuckDbSettings;
import io.entente.hub.traffic.store.DuckDbTrafficStore;
import io.entente.hub.traffic.store.TrafficStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Builds the road from its settings and runs it from start to stop of the hub. */
@ApplicationScoped
public class TrafficRoad {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final TrafficPublisher publisher;
  private final TrafficStore store;
  private final TrafficConsumer consumer;

  TrafficRoad(TrafficConfig config, KafkaAccess kafka, MeterRegistry metrics, LiveTraffic live) {
    var topic = Topics.TRAFFIC.topic();
    store = open(config);
    publisher =
        new TrafficPublisher(
            new PublisherSettings(kafka, topic, config.publishTimeout(), config.maxInFlight()),
            metrics);
    consumer =
        new TrafficConsumer(
            new ConsumerSettings(
                kafka,
                topic,
                Topics.AGGREGATE.topic(),
                config.retention(),
                config.maxSize().asLongValue(),
                RETRY_AFTER),
            store,
            live::publish);
    measure(metrics, consumer.state());
  }

  private static TrafficStore open(TrafficConfig config) {
    var window = config.duplicateWindow();
    return switch (config.store()) {
      case DUCKDB ->
          new DuckDbTrafficStore(new DuckDbSettings(config.file(), config.memoryLimit(), window));
      case CLICKHOUSE -> {
        var server = config.clickhouse();
        yield new ClickHouseTrafficStore(
            new ClickHouseSettings(
                server.url(),
                server.database(),
                server.user(),
                server.password().orElse(""),
                window));
      }
    };
  }

  private static void measure(MeterRegistry metrics, IngestState state) {
    metrics.more().counter("entente.traffic.stored", List.of(), state, IngestState::stored);
    metrics.more().counter("entente.traffic.duplicates", List.of(), state, IngestState::duplicates);
    metrics.more().counter("entente.traffic.poison", List.of(), state, IngestState::poison);
    metrics.more().counter("entente.traffic.missed", List.of(), state, IngestState::missed);
    metrics.gauge("entente.traffic.lag", state, IngestState::lag);
  }

  void start(@Observes StartupEvent event) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent event) {
    publisher.close();
    consumer.close();
    store.close();
  }

  @Produces
  @Singleton
  TrafficPublisher publisher() {
    return publisher;
  }

  @Produces
  @Singleton
  TrafficStore store() {
    return store;
  }

  @Produces
  @Singleton
  TrafficConsumer consumer() {
    return consumer;
  }

  @Produces
  @Singleton
  IngestState state() {
    return consumer.state();
  }
}
