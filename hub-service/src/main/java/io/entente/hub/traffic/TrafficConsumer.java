package io.entente.hub.traffic;

import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.event.TrafficEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Moves events from Kafka into the store on a thread of its own. Whatever fails, it goes back to
 * the offsets that the store holds and reads on from there.
 */
public final class TrafficConsumer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(TrafficConsumer.class);
  private static final long EXPIRE_EVERY_SECONDS = 600;
  private static final long ROLL_UP_EVERY_SECONDS = 30;

  private final ConsumerSettings settings;
  private final TrafficStore store;
  private final Consumer<List<TrafficEvent>> onStored;
  private final IngestState state = new IngestState();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private Instant nextExpiry = Instant.MIN;
  private Instant nextRollUp = Instant.MIN;

  /**
   * @param onStored told of new events after they are stored, on the reading thread; must not block
   */
  public TrafficConsumer(
      ConsumerSettings settings, TrafficStore store, Consumer<List<TrafficEvent>> onStored) {
    this.settings = settings;
    this.store = store;
    this.onStored = onStored;
    this.thread = new Thread(this::run, "entente-traffic-consumer");
    this.thread.setDaemon(true);
  }

  /** Begins reading; called once. */
  public void start() {
    thread.start();
  }

  public IngestState state() {
    return state;
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try (var session = new ReadSession(settings, store, state)) {
        while (stopped.getCount() > 0) {
          onStored.accept(session.step());
          rollUp();
          expire();
        }
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  private void failed(RuntimeException e) {
    if (stopped.getCount() > 0) {
      state.failing(String.valueOf(e.getMessage()));
      LOG.warnf(e, "reading traffic failed; it goes on after %s", settings.retryAfter());
      pause();
    }
  }

  private void pause() {
    try {
      if (stopped.await(settings.retryAfter().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("stopped while waiting to read again");
      }
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  /** One piece a round, so that reading is never held up for long. */
  private void rollUp() {
    var now = Instant.now();
    if (now.isAfter(nextRollUp) && !store.rollUp(now)) {
      nextRollUp = now.plusSeconds(ROLL_UP_EVERY_SECONDS);
    }
  }

  private void expire() {
    var now = Instant.now();
    if (now.isAfter(nextExpiry)) {
      nextExpiry = now.plusSeconds(EXPIRE_EVERY_SECONDS);
      var removed = store.expire(now.minus(settings.retention()));
      if (removed > 0) {
        LOG.infof("%d traffic events were older than %s", removed, settings.retention());
      }
    }
  }

  /** Stops after the batch at hand and waits for the thread. The store stays open. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
