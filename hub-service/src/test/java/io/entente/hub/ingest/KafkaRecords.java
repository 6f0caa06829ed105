package io.entente.hub.ingest;

import io.entente.hub.embedded.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is on Kafka, read past the hub. */
final class KafkaRecords {

  private KafkaRecords() {}

  /**
   * One record.
   *
   * @param text its value
   */
  record Seen(String id, String text) {}

  /** All traffic records of a gateway, to where the topic ends now. */
  static List<Seen> of(String gateway) {
    return all(Topics.TRAFFIC).stream()
        .filter(record -> header(record, "ce_source").endsWith("/gateways/" + gateway))
        .map(record -> new Seen(id(record), new String(record.value(), StandardCharsets.UTF_8)))
        .toList();
  }

  /** All records of counts of a gateway, to where the topic ends now. */
  static List<ConsumerRecord<byte[], byte[]>> counts(String gateway) {
    return all(Topics.AGGREGATE).stream()
        .filter(record -> header(record, "ce_subject").equals("gateway/" + gateway))
        .toList();
  }

  static String id(ConsumerRecord<byte[], byte[]> record) {
    return header(record, "ce_id");
  }

  private static List<ConsumerRecord<byte[], byte[]>> all(Topics topic) {
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic.topic()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var seen = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
      }
      return seen;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
