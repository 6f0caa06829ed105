package io.entente.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

  @TempDir private Path directory;

  @Test
  void keepsAcknowledgedRecordsAcrossARestartOnOtherPorts() throws Exception {
    // Given
    try (var kafka = EmbeddedKafka.start(directory);
        var producer = producer(kafka)) {
      producer.send(new ProducerRecord<>(Topics.CHANGE.topic(), "kept")).get();
    }

    // When
    List<String> found = new ArrayList<>();
    try (var kafka = EmbeddedKafka.start(directory);
        var consumer = consumer(kafka)) {
      var partition = new TopicPartition(Topics.CHANGE.topic(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      consumer.poll(Duration.ofSeconds(20)).forEach(r -> found.add(r.value()));
    }

    // Then
    assertThat(found).containsExactly("kept");
  }

  @Test
  void createsEveryTopicWithItsPartitions() throws Exception {
    // Given
    try (var kafka = EmbeddedKafka.start(directory);
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {

      // When
      var names = Topics.all().stream().map(Topics::topic).toList();
      var found = admin.describeTopics(names).allTopicNames().get();

      // Then
      assertThat(Topics.all())
          .allSatisfy(t -> assertThat(found.get(t.topic()).partitions()).hasSize(t.partitions()));
      assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
    }
  }

  private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
