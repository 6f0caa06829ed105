package io.entente.hub.traffic;

import io.entente.model.event.TrafficEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Events on their way; {@link #done} completes with the last acknowledgement or first failure. */
final class PendingBatch {

  private final List<TrafficEvent> events;
  private final long deadlineNanos;
  private final AtomicInteger open;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  PendingBatch(List<TrafficEvent> events, long deadlineNanos) {
    this.events = List.copyOf(events);
    this.deadlineNanos = deadlineNanos;
    this.open = new AtomicInteger(events.size());
  }

  List<TrafficEvent> events() {
    return events;
  }

  CompletableFuture<Void> done() {
    return done;
  }

  boolean expired(long nowNanos) {
    return nowNanos - deadlineNanos >= 0;
  }

  void acknowledged() {
    if (open.decrementAndGet() == 0) {
      done.complete(null);
    }
  }

  void failed(Throwable cause) {
    done.completeExceptionally(cause);
  }
}
