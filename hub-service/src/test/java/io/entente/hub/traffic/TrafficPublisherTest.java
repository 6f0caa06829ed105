package io.entente.hub.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.embedded.EmbeddedKafka;
import io.entente.hub.embedded.Topics;
import io.entente.hub.kafka.KafkaAccess;
import io.entente.model.event.TrafficEvent;
import io.entente.model.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficPublisherTest {

  private static final List<TrafficEvent> ONE =
      List.of(Events.event("a", Events.START, 200, Duration.ofMillis(1)));

  @TempDir private Path directory;

  @Test
  void reportsEventsWhileKafkaIsAwayAndDeliversWhenItIsBack() throws Exception {
    // Given
    var kafka = EmbeddedKafka.start(directory);
    var address = kafka.bootstrapServers();
    var metrics = new SimpleMeterRegistry();
    try (var publisher = new TrafficPublisher(settings(address, Duration.ofSeconds(3)), metrics)) {
      deliver(publisher);

      // When
      kafka.close();
      assertThatThrownBy(() -> deliver(publisher))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problems().get(0).nextStep()).startsWith("Deliver again"));
      var port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
      kafka = EmbeddedKafka.start(directory, port);
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(
              () -> {
                deliver(publisher);
                return true;
              });

      // Then
      assertThat(metrics.counter("entente.traffic.published").count()).isEqualTo(2);
      assertThat(metrics.counter("entente.traffic.publish.failed").count()).isPositive();
      assertThat(metrics.get("entente.traffic.publish.in.flight").gauge().value()).isZero();
    } finally {
      kafka.close();
    }
  }

  @Test
  void refusesAtOnceWhatExceedsTheBound() {
    // Given: nothing listens there
    try (var publisher =
        new TrafficPublisher(
            new PublisherSettings(KafkaAccess.plain("127.0.0.1:9"), "t", Duration.ofMillis(500), 1),
            new SimpleMeterRegistry())) {
      var waiting = publisher.accept(ONE).toCompletableFuture();

      // When
      var refused = publisher.accept(ONE).toCompletableFuture();

      // Then
      assertThat(refused).isCompletedExceptionally();
      assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problems().get(0).code()).startsWith("TRAFFIC_NOT_"));
    }
  }

  private static void deliver(TrafficPublisher publisher) throws Exception {
    publisher.accept(ONE).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static PublisherSettings settings(String address, Duration timeout) {
    return new PublisherSettings(KafkaAccess.plain(address), Topics.TRAFFIC.topic(), timeout, 1000);
  }
}
