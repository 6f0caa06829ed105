package io.entente.hub.traffic;

import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.embedded.Topics;
import io.entente.hub.traffic.count.CountCodec;
import io.entente.hub.traffic.count.DeliveryCounts;
import io.entente.hub.traffic.event.TrafficEventCodec;
import io.entente.model.event.Recorded;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts events on Kafka with all acknowledgements. A stage completes when every event of its batch
 * is acknowledged and fails when one is not in time; then some may be there, and delivering again
 * is safe because readers remove duplicates. Accepts from any thread without blocking: a thread of
 * its own talks to Kafka, and what waits is bounded.
 */
public class TrafficPublisher implements TelemetrySink, AutoCloseable {

  private static final String COUNTS = Topics.AGGREGATE.topic();

  private final PublisherSettings settings;
  private final BiFunction<String, TrafficEvent, ProducerRecord<byte[], byte[]>> codec;
  private final Producer<byte[], byte[]> producer;
  private final BlockingQueue<PendingBatch> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Counter published;
  private final Counter failed;
  private final Thread sender;
  private final Deadlines deadlines;
  private volatile boolean closed;

  /** One for traffic. */
  public TrafficPublisher(PublisherSettings settings, MeterRegistry metrics) {
    this(settings, metrics, "entente.traffic", TrafficEventCodec::encode);
  }

  /**
   * One for what is made of events.
   *
   * @param what the beginning of its metrics' names
   * @param codec makes a record of an event for a topic
   */
  public TrafficPublisher(
      PublisherSettings settings,
      MeterRegistry metrics,
      String what,
      BiFunction<String, TrafficEvent, ProducerRecord<byte[], byte[]>> codec) {
    this.settings = settings;
    this.codec = codec;
    this.producer =
        new KafkaProducer<>(
            settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    this.published = metrics.counter(what + ".published");
    this.failed = metrics.counter(what + ".publish.failed");
    metrics.gauge(what + ".publish.in.flight", inFlight);
    this.deadlines = new Deadlines(what.replace('.', '-') + "-deadlines");
    this.sender = new Thread(this::send, what.replace('.', '-') + "-publisher");
    this.sender.setDaemon(true);
    this.sender.start();
  }

  @Override
  public CompletionStage<Void> accept(List<TrafficEvent> events) {
    return accept(Recorded.of(events, Recording.ALL));
  }

  /** What is to be counted goes to the topic of aggregates, as counts of this delivery. */
  @Override
  public CompletionStage<Void> accept(Recorded recorded) {
    int size = recorded.kept().size() + recorded.counted().size();
    if (size == 0) {
      return CompletableFuture.completedStage(null);
    }
    if (closed) {
      return refuse(size, PublishProblems.closed());
    }
    List<TrafficAggregate> counts = DeliveryCounts.of(recorded.counted());
    if (inFlight.addAndGet(size) > settings.maxInFlight()) {
      inFlight.addAndGet(-size);
      return refuse(size, PublishProblems.full(settings.maxInFlight()));
    }
    var batch =
        new PendingBatch(
            () -> records(recorded.kept(), counts),
            recorded.kept().size() + counts.size(),
            System.nanoTime() + settings.timeout().toNanos());
    var answer = new CompletableFuture<Void>();
    batch.done().whenComplete((ok, problem) -> answer(answer, size, problem));
    deadlines.add(batch);
    queue.add(batch);
    return answer;
  }

  private Iterator<ProducerRecord<byte[], byte[]>> records(
      List<TrafficEvent> kept, List<TrafficAggregate> counts) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < kept.size() + counts.size();
      }

      @Override
      public ProducerRecord<byte[], byte[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int at = next++;
        return at < kept.size()
            ? codec.apply(settings.topic(), kept.get(at))
            : CountCodec.encode(COUNTS, counts.get(at - kept.size()));
      }
    };
  }

  private void answer(CompletableFuture<Void> answer, int count, @Nullable Throwable problem) {
    inFlight.addAndGet(-count);
    if (problem == null) {
      published.increment(count);
      answer.complete(null);
      return;
    }
    failed.increment(count);
    answer.completeExceptionally(
        problem instanceof java.util.concurrent.TimeoutException
            ? PublishProblems.late(settings.timeout())
            : PublishProblems.refused(problem));
  }

  private CompletionStage<Void> refuse(int count, RuntimeException why) {
    failed.increment(count);
    return CompletableFuture.failedStage(why);
  }

  private void send() {
    while (!closed || !queue.isEmpty()) {
      try {
        var batch = queue.poll(100, TimeUnit.MILLISECONDS);
        if (batch != null) {
          send(batch);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void send(PendingBatch batch) {
    Callback acknowledged =
        (where, problem) -> {
          if (problem == null) {
            batch.acknowledged();
          } else {
            batch.failed(problem);
          }
        };
    try {
      for (var record : batch.records()) {
        if (batch.expired(System.nanoTime())) {
          batch.failed(new java.util.concurrent.TimeoutException());
          return;
        }
        producer.send(record, acknowledged);
      }
    } catch (RuntimeException e) {
      batch.failed(e);
    }
  }

  /** Takes nothing more, waits for what is in flight up to the timeout, and lets go of Kafka. */
  @Override
  public void close() {
    closed = true;
    try {
      sender.join(settings.timeout().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.interrupt();
    producer.close(settings.timeout());
    queue.clear();
    deadlines.close();
  }
}
