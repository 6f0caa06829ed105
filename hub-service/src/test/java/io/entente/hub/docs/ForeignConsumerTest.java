package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.hub.embedded.EmbeddedKafka;
import io.entente.hub.embedded.Topics;
import io.entente.hub.traffic.Events;
import io.entente.hub.traffic.event.TrafficEventCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads the topic with clients of another language and vendor finds what is published. */
@Tag("long")
class ForeignConsumerTest {

  private static final int EVENTS = 10_000;
  private static final int AGAIN = 500;
  private static final Path SCHEMA =
      Path.of("src/main/resources/schemas/traffic-event-v1.schema.json");

  @TempDir private Path directory;

  @Test
  void pythonReadsTenThousandEventsWithinThePublishedSchemaAndFindsTheOneThatIsNot()
      throws Exception {
    // Given
    String topic = Topics.TRAFFIC.topic();
    var events = new Events(new Random(8)).list(EVENTS);
    JsonNode all;
    JsonNode withOneWrong;
    try (var kafka = EmbeddedKafka.start(directory)) {
      try (var producer = producer(kafka)) {
        events.forEach(event -> producer.send(TrafficEventCodec.encode(topic, event)));
        events
            .subList(0, AGAIN)
            .forEach(event -> producer.send(TrafficEventCodec.encode(topic, event)));
        producer.flush();

        // When
        all = PythonReader.read(kafka.bootstrapServers(), topic, SCHEMA, EVENTS + AGAIN);
        producer.send(withQuery(TrafficEventCodec.encode(topic, events.get(0))));
        producer.flush();
        withOneWrong =
            PythonReader.read(kafka.bootstrapServers(), topic, SCHEMA, EVENTS + AGAIN + 1);
      }
    }

    // Then
    assertThat(all.path("wrong")).isEmpty();
    assertThat(all.path("read").asInt()).isEqualTo(EVENTS + AGAIN);
    assertThat(all.path("events").asInt()).isEqualTo(EVENTS);
    assertThat(withOneWrong.path("wrong")).hasSize(1);
  }

  private static ProducerRecord<byte[], byte[]> withQuery(ProducerRecord<byte[], byte[]> record) {
    String data =
        new String(record.value(), StandardCharsets.UTF_8)
            .replaceFirst("\"url.path\":\"[^\"]*\"", "\"url.path\":\"/orders?secret=1\"");
    return new ProducerRecord<>(
        record.topic(),
        null,
        null,
        record.key(),
        data.getBytes(StandardCharsets.UTF_8),
        List.of(record.headers().toArray()));
  }

  private static KafkaProducer<byte[], byte[]> producer(EmbeddedKafka kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
