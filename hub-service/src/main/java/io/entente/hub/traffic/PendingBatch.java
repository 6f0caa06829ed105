package io.entente.hub.traffic;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records on their way; {@link #done} completes with the last acknowledgement or first failure. */
final class PendingBatch {

  private final Iterable<ProducerRecord<byte[], byte[]>> records;
  private final long deadlineNanos;
  private final AtomicInteger open;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /**
   * @param records made as they are asked for
   * @param count how many they are, at least 1
   */
  PendingBatch(Iterable<ProducerRecord<byte[], byte[]>> records, int count, long deadlineNanos) {
    this.records = records;
    this.deadlineNanos = deadlineNanos;
    this.open = new AtomicInteger(count);
  }

  Iterable<ProducerRecord<byte[], byte[]>> records() {
    return records;
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
