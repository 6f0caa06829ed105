package io.entente.hub.traffic;

import io.entente.hub.traffic.event.PoisonRecordException;
import io.entente.hub.traffic.event.TrafficEventCodec;
import io.entente.hub.traffic.store.StoredEvent;
import io.entente.hub.traffic.store.TrafficBatch;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reading from the stored offsets on, until something fails. For one thread. */
final class ReadSession implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ReadSession.class);
  private static final long LOOK_FOR_PARTITIONS_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int ADMIN_SECONDS = 10;

  // Records of a partition come in the order of sending, up to a delivery that was tried again.
  private static final Duration UNORDERED = Duration.ofMinutes(1);
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final ConsumerSettings settings;
  private final TrafficStore store;
  private final IngestState state;
  private final String cluster;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<Integer, Long> next = new HashMap<>();
  private long lookAgainAt;

  ReadSession(ConsumerSettings settings, TrafficStore store, IngestState state) {
    this.settings = settings;
    this.store = store;
    this.state = state;
    this.cluster = cluster();
    this.consumer =
        new KafkaConsumer<>(
            settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      assign();
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** Reads one batch, stores it and returns the events that were new; empty when there is none. */
  List<TrafficEvent> step() {
    if (System.nanoTime() - lookAgainAt >= 0) {
      assign();
    }
    var records = consumer.poll(ConsumerSettings.POLL);
    if (records.isEmpty()) {
      report();
      return List.of();
    }
    state.reading(records.count());
    List<TrafficEvent> events = new ArrayList<>(records.count());
    for (var record : records) {
      countMissed(record);
      decode(record, events);
      next.put(record.partition(), record.offset() + 1);
    }
    var fresh = store.write(new TrafficBatch(cluster, settings.topic(), events, next));
    state.wrote(fresh.size(), events.size() - fresh.size());
    report();
    return fresh;
  }

  /**
   * Begins with the oldest record again. Events that Kafka gives again are forgotten first; older
   * ones stay, as nothing could bring them back.
   */
  void reread() {
    Instant from = given();
    state.rereads();
    long forgotten = store.forget(cluster, settings.topic(), from);
    LOG.infof("reading traffic again; %d events since %s were forgotten", forgotten, from);
    next.clear();
    consumer.seekToBeginning(consumer.assignment());
  }

  /** Since when every event that was received is still on Kafka. */
  private Instant given() {
    var partitions = consumer.assignment();
    var begins = consumer.beginningOffsets(partitions);
    var ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> earliest = new HashMap<>();
    partitions.forEach(partition -> earliest.put(partition, 0L));
    var first = consumer.offsetsForTimes(earliest);
    long latest = Long.MIN_VALUE;
    for (var partition : partitions) {
      long end = ends.getOrDefault(partition, 0L);
      if (end == 0) {
        continue;
      }
      var found = first.get(partition);
      if (found == null || end <= begins.getOrDefault(partition, 0L)) {
        // All that was in it is gone, of whatever time.
        return NEVER;
      }
      latest = Math.max(latest, found.timestamp());
    }
    return latest < 0 ? NEVER : Instant.ofEpochMilli(latest).plus(UNORDERED);
  }

  private void decode(ConsumerRecord<byte[], byte[]> record, List<TrafficEvent> events) {
    try {
      var value = record.value() == null ? new byte[0] : record.value();
      var event = TrafficEventCodec.decode(record.headers(), value);
      StoredEvent.requireStorable(event);
      events.add(event);
    } catch (PoisonRecordException | ArithmeticException e) {
      state.skippedPoison();
      LOG.warnf(
          "skipped %s-%d offset %d: %s",
          record.topic(), record.partition(), record.offset(), e.getMessage());
    }
  }

  /** Kafka may have dropped records by age before we came; that is said, not passed over. */
  private void countMissed(ConsumerRecord<byte[], byte[]> record) {
    var expected = next.get(record.partition());
    if (expected != null && record.offset() > expected) {
      state.missed(record.offset() - expected);
      LOG.errorf(
          "%s-%d: %d records before offset %d are no longer on Kafka and are missing here",
          record.topic(), record.partition(), record.offset() - expected, record.offset());
    }
  }

  /** Takes all partitions; new ones start where the store says, or at their beginning. */
  private void assign() {
    lookAgainAt = System.nanoTime() + LOOK_FOR_PARTITIONS_NANOS;
    var found =
        consumer.partitionsFor(settings.topic(), Duration.ofSeconds(ADMIN_SECONDS)).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("topic " + settings.topic() + " is not on Kafka");
    }
    var known = consumer.assignment();
    if (known.size() == found.size()) {
      return;
    }
    var stored = store.offsets(cluster, settings.topic());
    consumer.assign(found);
    for (var partition : found) {
      var offset = stored.get(partition.partition());
      if (offset == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        next.put(partition.partition(), offset);
        consumer.seek(partition, offset);
      }
    }
  }

  /** Says how far behind reading is, once Kafka has said where every partition ends. */
  private void report() {
    var lags = consumer.assignment().stream().map(consumer::currentLag).toList();
    if (lags.stream().allMatch(OptionalLong::isPresent)) {
      state.running(lags.stream().mapToLong(OptionalLong::getAsLong).sum());
    }
  }

  private String cluster() {
    try (var admin = Admin.create(settings.kafka().with(Map.of()))) {
      return admin.describeCluster().clusterId().get(ADMIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka", e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
