package io.entente.hub.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.model.tree.Node;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class OutboxTest {
  @Inject Outbox outbox;
  @Inject DataSource database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  @Test
  void deliversInOrderWithHeadersAndForgetsAfterwards() {
    // Given
    for (int i = 0; i < 20; i++) {
      outbox.record(event("outbox-order", i));
    }
    // When
    List<ConsumerRecord<String, String>> received = receive("outbox-order", 20);
    // Then
    assertThat(received)
        .extracting(ConsumerRecord::value)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 20).mapToObj(i -> "{\"n\":" + i + "}").toList());
    assertThat(header(received.get(0), "ce_specversion")).isEqualTo("1.0");
    assertThat(header(received.get(0), "ce_type")).isEqualTo("entente.test");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(kept("outbox-order")).isZero());
  }

  @Test
  void anEventOfATransactionThatFailedIsNeverKept() {
    QuarkusTransaction.begin();
    outbox.record(event("outbox-undone", 1));
    QuarkusTransaction.rollback();

    assertThat(kept("outbox-undone")).isZero();
  }

  private static OutboxEvent event(String key, int n) {
    return new OutboxEvent(
        OutboxEvent.DRIFT, key, "entente.test", "test/1", Node.obj().with("n", Node.number(n)));
  }

  private int kept(String key) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("select count(*) from outbox where key = ?")) {
      select.setString(1, key);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<ConsumerRecord<String, String>> receive(String key, int count) {
    var received = new ArrayList<ConsumerRecord<String, String>>();
    try (var consumer =
        new KafkaConsumer<String, String>(
            Map.of(
                "bootstrap.servers", servers,
                "group.id", "outbox-test",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(OutboxEvent.DRIFT));
      await()
          .pollInSameThread()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record -> {
                          if (key.equals(record.key())) {
                            received.add(record);
                          }
                        });
                return received.size() >= count;
              });
    }
    return received;
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
