package io.entente.hub.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.hub.kafka.KafkaAccess;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 over Kafka, binary binding, {@code acks=all}. */
@ApplicationScoped
class KafkaOutboxSender implements OutboxSender {
  private static final Logger LOG = Logger.getLogger(KafkaOutboxSender.class);
  private static final int TIMEOUT_MS = 15_000;

  private final KafkaAccess access;
  private @Nullable KafkaProducer<String, String> producer;

  KafkaOutboxSender(KafkaAccess access) {
    this.access = access;
  }

  @Override
  public synchronized int send(List<KeptEvent> events) {
    KafkaProducer<String, String> to = producer();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (KeptEvent event : events) {
      sent.add(to.send(message(event)));
    }
    to.flush();
    int taken = 0;
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
        taken++;
      }
    } catch (ExecutionException e) {
      LOG.warnf(
          "event %s stays in the outbox: %s",
          events.get(taken).eventId(), String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return taken;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }

  private KafkaProducer<String, String> producer() {
    KafkaProducer<String, String> open = producer;
    if (open == null) {
      open =
          new KafkaProducer<>(
              access.with(
                  Map.of(
                      ProducerConfig.CLIENT_ID_CONFIG,
                      "entente-outbox",
                      ProducerConfig.ACKS_CONFIG,
                      "all",
                      ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                      true,
                      ProducerConfig.MAX_BLOCK_MS_CONFIG,
                      TIMEOUT_MS,
                      ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                      TIMEOUT_MS / 2,
                      ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                      TIMEOUT_MS)),
              new StringSerializer(),
              new StringSerializer());
      producer = open;
    }
    return open;
  }

  private static ProducerRecord<String, String> message(KeptEvent event) {
    var message = new ProducerRecord<>(event.topic(), event.key(), event.payload());
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", event.eventId(),
            "ce_source", "/entente/" + event.tenant(),
            "ce_type", event.type(),
            "ce_subject", event.subject(),
            "ce_time", event.createdAt().toString(),
            "content-type", "application/json")
        .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
    return message;
  }
}
