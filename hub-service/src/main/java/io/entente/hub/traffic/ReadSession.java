package io.entente.hub.traffic;

import io.entente.hub.traffic.count.CountCodec;
import io.entente.hub.traffic.event.PoisonRecordException;
import io.entente.hub.traffic.event.TrafficEventCodec;
import io.entente.hub.traffic.store.CountBatch;
import io.entente.hub.traffic.store.StoredEvent;
import io.entente.hub.traffic.store.Told;
import io.entente.hub.traffic.store.TrafficBatch;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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
  private final Map<TopicPartition, Long> next = new HashMap<>();
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
    for (var record : records) {
      countMissed(record);
      next.put(place(record), record.offset() + 1);
    }
    var fresh = keep(records.records(settings.topic()));
    count(records.records(settings.counts()));
    report();
    return fresh;
  }

  private List<TrafficEvent> keep(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    if (!records.iterator().hasNext()) {
      return List.of();
    }
    List<TrafficEvent> events = new ArrayList<>();
    records.forEach(
        record ->
            decoded(
                record,
                value -> {
                  var event = TrafficEventCodec.decode(record.headers(), value);
                  StoredEvent.requireStorable(event);
                  events.add(event);
                }));
    var fresh =
        store.write(new TrafficBatch(cluster, settings.topic(), events, next(settings.topic())));
    state.wrote(fresh.size(), events.size() - fresh.size());
    return fresh;
  }

  private void count(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    if (!records.iterator().hasNext()) {
      return;
    }
    Map<String, TrafficAggregate> counts = new LinkedHashMap<>();
    records.forEach(
        record ->
            decoded(
                record,
                value ->
                    CountCodec.decode(record.headers(), value)
                        .ifPresent(counted -> counts.put(CountCodec.id(counted), counted))));
    var counted =
        store.count(new CountBatch(cluster, settings.counts(), counts, next(settings.counts())));
    state.wrote(counted.fresh(), counted.known());
  }

  private Map<Integer, Long> next(String topic) {
    Map<Integer, Long> offsets = new HashMap<>();
    next.forEach(
        (partition, offset) -> {
          if (partition.topic().equals(topic)) {
            offsets.put(partition.partition(), offset);
          }
        });
    return offsets;
  }

  private static TopicPartition place(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /**
   * Begins with the oldest record again. What Kafka gives again is forgotten first; older rows
   * stay, as nothing could bring them back.
   */
  void reread() {
    state.rereads();
    forget(settings.topic(), Told.ONE_BY_ONE);
    forget(settings.counts(), Told.AS_COUNTS);
    next.clear();
    consumer.seekToBeginning(consumer.assignment());
  }

  private void forget(String topic, Told told) {
    Instant from = given(topic);
    long forgotten = store.forget(cluster, topic, told, from);
    LOG.infof("reading %s again; %d rows since %s were forgotten", topic, forgotten, from);
  }

  /** Since when everything that was received is still on the topic. */
  private Instant given(String topic) {
    var partitions =
        consumer.assignment().stream().filter(each -> each.topic().equals(topic)).toList();
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

  private void decoded(ConsumerRecord<byte[], byte[]> record, Consumer<byte[]> decode) {
    try {
      decode.accept(record.value() == null ? new byte[0] : record.value());
    } catch (PoisonRecordException | ArithmeticException e) {
      state.skippedPoison();
      LOG.warnf(
          "skipped %s-%d offset %d: %s",
          record.topic(), record.partition(), record.offset(), e.getMessage());
    }
  }

  /** Kafka may have dropped records by age before we came; that is said, not passed over. */
  private void countMissed(ConsumerRecord<byte[], byte[]> record) {
    var expected = next.get(place(record));
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
    var found = new ArrayList<>(partitions(settings.topic()));
    if (found.isEmpty()) {
      throw new IllegalStateException("topic " + settings.topic() + " is not on Kafka");
    }
    found.addAll(partitions(settings.counts()));
    var known = consumer.assignment();
    if (known.size() == found.size()) {
      return;
    }
    Map<String, Map<Integer, Long>> stored =
        Map.of(
            settings.topic(), store.offsets(cluster, settings.topic()),
            settings.counts(), store.offsets(cluster, settings.counts()));
    consumer.assign(found);
    for (var partition : found) {
      var offset = stored.getOrDefault(partition.topic(), Map.of()).get(partition.partition());
      if (offset == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        next.put(partition, offset);
        consumer.seek(partition, offset);
      }
    }
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic, Duration.ofSeconds(ADMIN_SECONDS)).stream()
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .toList();
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
