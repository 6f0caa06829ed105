package io.entente.hub.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.hub.embedded.EmbeddedKafka;
import io.entente.hub.embedded.Topics;
import io.entente.hub.kafka.KafkaAccess;
import io.entente.hub.traffic.store.DuckDbSettings;
import io.entente.hub.traffic.store.DuckDbTrafficStore;
import io.entente.hub.traffic.store.DyingStore;
import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.event.TrafficEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficRoadTest {

  private static final long SEED = 1914;
  private static final Duration VISIBLE = Duration.ofSeconds(5);

  @TempDir private static Path kafkaDirectory;
  private static EmbeddedKafka kafka;

  @TempDir private Path directory;

  @BeforeAll
  static void startKafka() {
    kafka = EmbeddedKafka.start(kafkaDirectory);
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @Test
  void anAcknowledgedEventIsVisibleWithinFiveSeconds() throws Exception {
    // Given
    var before = count(rebuilt());
    try (var store = store("live");
        var consumer = consumer(store);
        var publisher = publisher()) {
      consumer.start();
      await().until(() -> count(store) == before && consumer.state().failure().isEmpty());

      // When
      publish(publisher, recent("visible", 100));

      // Then
      await().atMost(VISIBLE).until(() -> count(store) == before + 100);
      assertThat(consumer.state().lag()).isZero();
    }
  }

  @Test
  void countsStayExactWhenTheReaderDiesAroundTheCommit() throws Exception {
    // Given
    var random = new Random(SEED);
    var before = count(rebuilt());
    int published = 0;
    try (var publisher = publisher()) {
      // When
      for (int round = 0; round < 12; round++) {
        var events = recent("kill-" + round + "-", 50 + random.nextInt(200));
        published += events.size();
        publish(publisher, events);
        // delivered twice, as a source does that never heard our answer
        publish(publisher, events.subList(0, 20));
        try (var store = dying("killed", random);
            var consumer = consumer(store)) {
          consumer.start();
          long goal = 10 + random.nextInt(100);
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> consumer.state().stored() >= goal || read(consumer));
        }
      }

      // Then
      int wanted = published;
      try (var store = store("killed");
          var consumer = consumer(store)) {
        consumer.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> read(consumer));
        assertThat(count(store)).as("seed %d", SEED).isEqualTo(before + wanted);
      }
    }
  }

  @Test
  void skipsAPoisonRecordAndReadsOn() throws Exception {
    // Given
    var before = count(rebuilt());
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var poison = "{\"not\":\"an event\"}".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.TRAFFIC.topic(), 0, null, poison)).get();
      producer.send(new ProducerRecord<>(Topics.TRAFFIC.topic(), 0, null, null)).get();
    }
    try (var publisher = publisher()) {
      publish(publisher, recent("after-poison", 50));
    }

    // When
    try (var store = store("poison");
        var consumer = consumer(store)) {
      consumer.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> read(consumer));

      // Then
      assertThat(count(store)).isEqualTo(before + 50);
      assertThat(consumer.state().poison()).isGreaterThanOrEqualTo(2);
    }
  }

  /** Everything on Kafka, read into an empty store. */
  private TrafficStore rebuilt() {
    var store = store("rebuilt" + System.nanoTime());
    try (var consumer = consumer(store)) {
      consumer.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> read(consumer));
    }
    return store;
  }

  private static boolean read(TrafficConsumer consumer) {
    return consumer.state().failure().isEmpty() && consumer.state().lag() == 0;
  }

  private static List<TrafficEvent> recent(String prefix, int count) {
    List<TrafficEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Events.event(prefix + i, Instant.now(), 200, Duration.ofMillis(i)));
    }
    return events;
  }

  private static void publish(TrafficPublisher publisher, List<TrafficEvent> events)
      throws Exception {
    publisher.accept(events).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static TrafficPublisher publisher() {
    return new TrafficPublisher(
        new PublisherSettings(
            KafkaAccess.plain(kafka.bootstrapServers()),
            Topics.TRAFFIC.topic(),
            Duration.ofSeconds(15),
            10_000),
        new SimpleMeterRegistry());
  }

  private static TrafficConsumer consumer(TrafficStore store) {
    return new TrafficConsumer(
        new ConsumerSettings(
            KafkaAccess.plain(kafka.bootstrapServers()),
            Topics.TRAFFIC.topic(),
            Duration.ofDays(30),
            Duration.ofMillis(20)),
        store,
        events -> {});
  }

  private DuckDbTrafficStore store(String name) {
    return new DuckDbTrafficStore(settings(name));
  }

  private TrafficStore dying(String name, Random random) {
    return DyingStore.open(settings(name), random);
  }

  private DuckDbSettings settings(String name) {
    return new DuckDbSettings(directory.resolve(name), "256MB", Duration.ofMinutes(10));
  }

  private static long count(TrafficStore store) {
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
