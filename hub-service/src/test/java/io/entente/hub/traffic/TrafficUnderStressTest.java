package io.entente.hub.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.hub.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than fits, and a Kafka that is away: {@code -Dtraffic.stress.seconds} and {@code
 * -Dtraffic.away.seconds} make them last longer.
 */
class TrafficUnderStressTest {

  private static final int STRESS = Integer.getInteger("traffic.stress.seconds", 2);
  private static final int AWAY = Integer.getInteger("traffic.away.seconds", 4);
  private static final Duration READ = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void ofFourTimesWhatFitsTheRestIsRefusedAndWhatWasAcknowledgedIsThereOnce() throws Exception {
    // Given: room for 4 batches, and 16 that want in
    try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        var store = TrafficRoads.store(directory.resolve("traffic"));
        var consumer = TrafficRoads.consumer(kafka.bootstrapServers(), store);
        var publisher =
            TrafficRoads.publisher(kafka.bootstrapServers(), Duration.ofSeconds(15), 200)) {
      consumer.start();

      // When
      var sources = new PersistentSources(publisher, 16, 50);
      after(STRESS);
      int all = sources.finish();

      // Then
      assertThat(sources.refusals()).containsOnlyKeys("TRAFFIC_BACKLOG_FULL");
      assertThat(sources.acknowledged()).isEqualTo(all);
      // who is read beside so many falls behind
      await().atMost(READ.plusSeconds(STRESS)).until(() -> TrafficRoads.count(store) >= all);
      assertThat(TrafficRoads.count(store)).isEqualTo(all);
      System.out.printf("TrafficUnderStressTest: %d events, refused %s%n", all, sources.refusals());
    }
  }

  @Test
  void whatWasAcknowledgedBeforeAndAfterKafkaWasAwayIsThereOnce() throws Exception {
    // Given
    var folder = directory.resolve("kafka");
    var kafka = EmbeddedKafka.start(folder);
    var address = kafka.bootstrapServers();
    try (var store = TrafficRoads.store(directory.resolve("traffic"));
        var consumer = TrafficRoads.consumer(address, store);
        var publisher = TrafficRoads.publisher(address, Duration.ofSeconds(2), 1000)) {
      consumer.start();
      var sources = new PersistentSources(publisher, 4, 50);
      await().atMost(READ).until(() -> sources.acknowledged() > 1000);

      // When
      kafka.close();
      after(AWAY);
      kafka = EmbeddedKafka.start(folder, Integer.parseInt(address.split(":")[1]));
      int back = sources.acknowledged();
      await().atMost(READ).until(() -> sources.acknowledged() > back + 1000);
      int all = sources.finish();

      // Then
      assertThat(sources.refusals())
          .isNotEmpty()
          .allSatisfy(
              (code, times) ->
                  assertThat(code)
                      .isIn(
                          "TRAFFIC_BACKLOG_FULL",
                          "TRAFFIC_NOT_ACKNOWLEDGED",
                          "TRAFFIC_NOT_PUBLISHED"));
      await().atMost(READ).until(() -> TrafficRoads.count(store) >= all);
      assertThat(TrafficRoads.count(store)).isEqualTo(all);
      System.out.printf(
          "TrafficUnderStressTest: away for %d s, %d events, refused %s%n",
          AWAY, all, sources.refusals());
    } finally {
      kafka.close();
    }
  }

  private static void after(int seconds) {
    var over = Duration.ofSeconds(seconds);
    await().pollDelay(over).atMost(over.plusSeconds(10)).until(() -> true);
  }
}
