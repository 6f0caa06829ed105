package io.entente.hub.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entente.hub.embedded.SecuredBroker;
import io.entente.hub.kafka.KafkaAccess;
import io.entente.model.event.TrafficEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka of others that wants TLS and a password. */
class SecuredKafkaTest {

  private static final String PASSWORD = "open-sesame";
  private static final Duration SOON = Duration.ofSeconds(3);

  @TempDir private static Path scratch;
  private static SecuredBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = SecuredBroker.start(scratch, PASSWORD);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void eventsGoThereAndComeBackByWhatTheOperatorGave(@TempDir Path directory) throws Exception {
    // Given
    var access = broker.access(PASSWORD);
    try (var store = TrafficRoads.store(directory.resolve("traffic"));
        var consumer = TrafficRoads.consumer(access, store);
        var publisher = TrafficRoads.publisher(access, Duration.ofSeconds(15), 100)) {
      consumer.start();
      // When
      publisher.accept(one("locked")).toCompletableFuture().get(30, TimeUnit.SECONDS);
      // Then
      await().atMost(Duration.ofSeconds(30)).until(() -> TrafficRoads.count(store) == 1);
    }
  }

  @Test
  void nothingIsAcceptedWithAnotherPasswordAndItIsNowhereToBeRead() {
    var wrong = broker.access("not-" + PASSWORD);
    try (var publisher = TrafficRoads.publisher(wrong, SOON, 100)) {
      assertThatThrownBy(() -> deliver(publisher))
          .hasStackTraceContaining("Authentication failed")
          .satisfies(e -> assertThat(String.valueOf(e)).doesNotContain(PASSWORD));
    }
    assertThat(wrong.toString()).contains("sasl.jaas.config").doesNotContain(PASSWORD);
  }

  @Test
  void nothingIsAcceptedWithoutOne() {
    try (var publisher = TrafficRoads.publisher(KafkaAccess.plain(broker.address()), SOON, 100)) {
      assertThatThrownBy(() -> deliver(publisher)).isNotNull();
    }
  }

  private static void deliver(TrafficPublisher publisher) throws Exception {
    publisher.accept(one("refused")).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static List<TrafficEvent> one(String id) {
    return List.of(Events.event(id, Instant.now(), 200, Duration.ZERO));
  }
}
