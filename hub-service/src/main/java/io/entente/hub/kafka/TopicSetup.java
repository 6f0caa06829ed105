package io.entente.hub.kafka;

import io.entente.hub.embedded.Topics;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Makes the topics that are missing, at start and before anything is published. */
@ApplicationScoped
public class TopicSetup {

  private static final Logger LOG = Logger.getLogger(TopicSetup.class);
  private static final int FIRST = 1;
  private static final int SECONDS = 30;

  private final KafkaAccess access;
  private final KafkaConfig config;

  TopicSetup(KafkaAccess access, KafkaConfig config) {
    this.access = access;
    this.config = config;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) {
    if (!config.createTopics()) {
      return;
    }
    try (var admin = Admin.create(access.with(Map.of()))) {
      make(admin, missing(admin));
    } catch (ExecutionException | TimeoutException e) {
      // Kafka may come later: publishing says then what is wrong.
      LOG.warnf("topics were not looked at on %s: %s", access, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<NewTopic> missing(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<String> there = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
    var missing = new ArrayList<NewTopic>();
    for (Topics topic : Topics.values()) {
      if (!there.contains(topic.topic())) {
        missing.add(topic(topic));
      }
    }
    return missing;
  }

  private NewTopic topic(Topics topic) {
    boolean traffic = topic == Topics.TRAFFIC;
    int partitions = traffic ? config.trafficPartitions() : topic.partitions();
    Optional<Short> replicas = Optional.of(config.replicas()).filter(count -> count > 0);
    var made = new NewTopic(topic.topic(), Optional.of(partitions), replicas);
    return traffic
        ? made.configs(
            Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(config.retention().toMillis())))
        : made;
  }

  private void make(Admin admin, List<NewTopic> missing) throws InterruptedException {
    var made = admin.createTopics(missing).values();
    for (var one : made.entrySet()) {
      try {
        one.getValue().get(SECONDS, TimeUnit.SECONDS);
        LOG.infof("made topic %s", one.getKey());
      } catch (ExecutionException | TimeoutException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          LOG.errorf(
              "topic %s is missing and cannot be made: %s. Make it, or let this hub's user create"
                  + " topics.",
              one.getKey(), e);
        }
      }
    }
  }
}
