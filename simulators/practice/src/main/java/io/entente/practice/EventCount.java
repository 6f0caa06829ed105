package io.entente.practice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the events of one API on a topic, as any consumer would: CloudEvents headers, JSON data,
 * duplicates dropped by source and id.
 */
final class EventCount {

  private EventCount() {}

  static int of(String bootstrap, String topic, String api) {
    Pattern wanted = Pattern.compile("\"entente\\.api\"\\s*:\\s*\"" + Pattern.quote(api) + "\"");
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Set<String> seen = new HashSet<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          Matcher data = wanted.matcher(new String(record.value(), StandardCharsets.UTF_8));
          if (data.find()) {
            seen.add(header(record, "ce_source") + " " + header(record, "ce_id"));
          }
        }
      }
      return seen.size();
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalStateException(
          "record " + record.partition() + ":" + record.offset() + " has no header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
