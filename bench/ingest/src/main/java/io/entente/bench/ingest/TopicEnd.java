package io.entente.bench.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How many records a topic ever took. For one thread. */
final class TopicEnd implements AutoCloseable {

  private static final int PARTITIONS = 4;

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> kafka;

  /** Makes the topic where it is missing, with as many partitions as that of traffic. */
  TopicEnd(String servers, String topic) throws IOException, InterruptedException {
    this.topic = topic;
    Map<String, Object> access = Map.of("bootstrap.servers", servers);
    try (var admin = Admin.create(access)) {
      Set<String> there = admin.listTopics().names().get();
      if (!there.contains(topic)) {
        var wanted = new NewTopic(topic, Optional.of(PARTITIONS), Optional.of((short) 1));
        admin.createTopics(List.of(wanted)).all().get();
      }
    } catch (ExecutionException e) {
      throw new IOException("topic " + topic + " was not made", e);
    }
    kafka = new KafkaConsumer<>(access, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  long records() {
    var parts =
        kafka.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    return kafka.endOffsets(parts).values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    kafka.close();
  }
}
