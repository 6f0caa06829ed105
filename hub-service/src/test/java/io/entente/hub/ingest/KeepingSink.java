package io.entente.hub.ingest;

import io.entente.connector.spi.TelemetrySink;
import io.entente.model.event.Recorded;
import io.entente.model.event.TrafficEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is given; fails or holds it back when told to. */
final class KeepingSink implements TelemetrySink {

  final Queue<TrafficEvent> kept = new ConcurrentLinkedQueue<>();
  final Queue<TrafficEvent> counted = new ConcurrentLinkedQueue<>();
  final AtomicInteger asked = new AtomicInteger();
  final AtomicInteger failures = new AtomicInteger();
  private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

  synchronized void hold() {
    gate = new CompletableFuture<>();
  }

  synchronized void release() {
    gate.complete(null);
  }

  @Override
  public synchronized CompletionStage<Void> accept(List<TrafficEvent> events) {
    asked.incrementAndGet();
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return CompletableFuture.failedFuture(new IllegalStateException("Kafka is away"));
    }
    return gate.thenRun(() -> kept.addAll(events));
  }

  @Override
  public synchronized CompletionStage<Void> accept(Recorded recorded) {
    return accept(recorded.kept()).thenRun(() -> counted.addAll(recorded.counted()));
  }

  List<String> ids() {
    return kept.stream().map(TrafficEvent::id).toList();
  }
}
