package io.entente.hub.traffic;

import io.entente.hub.traffic.store.TrafficStore;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has a store count ahead, on a thread of its own: what is dense takes longer than reading may
 * wait.
 */
final class CountingAhead implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CountingAhead.class);
  private static final long EVERY_SECONDS = 30;

  private final TrafficStore store;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var made = new Thread(work, "entente-traffic-counting");
            made.setDaemon(true);
            return made;
          });

  CountingAhead(TrafficStore store) {
    this.store = store;
  }

  /** Begins counting; called once. */
  void start() {
    thread.scheduleWithFixedDelay(this::count, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void count() {
    try {
      boolean more = true;
      while (more && !thread.isShutdown()) {
        more = store.rollUp(Instant.now());
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "counting traffic ahead failed; the next try is in %d seconds", EVERY_SECONDS);
    }
  }

  /** Stops after the piece at hand and waits for the thread. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("counting traffic ahead has not stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
