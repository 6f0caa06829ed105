package io.entente.hub.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.hub.embedded.SecuredBroker;
import io.entente.hub.embedded.Topics;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupTest {

  private static final String PASSWORD = "open-sesame";
  private static final String TRAFFIC = Topics.TRAFFIC.topic();

  /** What an operator might set. */
  private record Asked(
      boolean createTopics, int trafficPartitions, short replicas, Duration retention)
      implements KafkaConfig {}

  @Test
  void makesWhatIsMissingOnAKafkaThatIsLocked(@TempDir Path directory) throws Exception {
    try (var broker = SecuredBroker.start(directory, PASSWORD);
        var admin =
            Admin.create(
                Map.<String, Object>of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.open()))) {
      // Given
      admin.deleteTopics(List.of(TRAFFIC)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(TRAFFIC));
      var asked = new Asked(true, 5, (short) 1, Duration.ofHours(30));

      // When
      new TopicSetup(broker.access(PASSWORD), asked).start(new StartupEvent());

      // Then
      await().until(() -> admin.listTopics().names().get().contains(TRAFFIC));
      assertThat(admin.describeTopics(List.of(TRAFFIC)).allTopicNames().get().get(TRAFFIC))
          .satisfies(made -> assertThat(made.partitions()).hasSize(5));
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, TRAFFIC);
      assertThat(
              admin
                  .describeConfigs(List.of(resource))
                  .all()
                  .get()
                  .get(resource)
                  .get("retention.ms")
                  .value())
          .isEqualTo(Long.toString(Duration.ofHours(30).toMillis()));
    }
  }
}
