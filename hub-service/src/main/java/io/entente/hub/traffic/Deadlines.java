package io.entente.hub.traffic;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fails what is not done in time. All have the same time, so the first that came is the first that
 * is due, and one look now and then does what a timer for each would. Safe for many threads.
 */
final class Deadlines implements AutoCloseable {

  private static final long LOOK_EVERY_MILLIS = 50;

  private final Queue<PendingBatch> waiting = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  Deadlines(String thread) {
    var looking = new Thread(this::look, thread);
    looking.setDaemon(true);
    looking.start();
  }

  /** Watches over {@code batch}, whose deadline is not before that of any that came earlier. */
  void add(PendingBatch batch) {
    waiting.add(batch);
  }

  private void look() {
    try {
      while (!closed.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        sweep(System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep(long nowNanos) {
    for (var first = waiting.peek();
        first != null && (first.done().isDone() || first.expired(nowNanos));
        first = waiting.peek()) {
      waiting.poll();
      if (!first.done().isDone()) {
        first.failed(new TimeoutException());
      }
    }
  }

  /** Fails whatever is not done, and watches no more. */
  @Override
  public void close() {
    closed.countDown();
    for (var batch = waiting.poll(); batch != null; batch = waiting.poll()) {
      batch.failed(PublishProblems.closed());
    }
  }
}
