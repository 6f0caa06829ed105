package io.entente.hub.traffic;

import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.event.TrafficEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Moves events from Kafka into the store on a thread of its own, and has them counted ahead on
 * another. Whatever fails, it goes back to the offsets that the store holds and reads on from
 * there.
 */
public final class TrafficConsumer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(TrafficConsumer.class);
  private static final long EXPIRE_EVERY_SECONDS = 600;

  private final ConsumerSettings settings;
  private final TrafficStore store;
  private final Consumer<List<TrafficEvent>> onStored;
  private final IngestState state = new IngestState();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private final CountingAhead counting;
  private Instant nextExpiry = Instant.MIN;

  /**
   * @param onStored told of new events after they are stored, on the reading thread, but not of
   *     those that are read again; must not block
   */
  public TrafficConsumer(
      ConsumerSettings settings, TrafficStore store, Consumer<List<TrafficEvent>> onStored) {
    this.settings = settings;
    this.store = store;
    this.onStored = onStored;
    this.thread = new Thread(this::run, "entente-traffic-consumer");
    this.thread.setDaemon(true);
    this.counting = new CountingAhead(store);
  }

  /** Begins reading; called once. */
  public void start() {
    thread.start();
    counting.start();
  }

  public IngestState state() {
    return state;
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try (var session = new ReadSession(settings, store, state)) {
        while (stopped.getCount() > 0) {
          reread(session);
          var fresh = session.step();
          if (!state.rereading()) {
            onStored.accept(fresh);
          }
          expire();
        }
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  /** Asks for everything that Kafka has to be read once more; done between two batches. */
  public void reread() {
    wanted.set(true);
  }

  private void reread(ReadSession session) {
    if (wanted.get()) {
      session.reread();
      wanted.set(false);
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

  private void expire() {
    var now = Instant.now();
    if (now.isAfter(nextExpiry)) {
      nextExpiry = now.plusSeconds(EXPIRE_EVERY_SECONDS);
      var removed = store.expire(now.minus(settings.retention()));
      if (removed > 0) {
        LOG.infof("%d traffic events were older than %s", removed, settings.retention());
      }
      removed = store.shrink(settings.maxBytes());
      if (removed > 0) {
        LOG.warnf(
            "%d traffic events went before their time: all together took more than %d bytes",
            removed, settings.maxBytes());
      }
    }
  }

  /** Stops after the batch at hand and waits for its threads. The store stays open. */
  @Override
  public void close() {
    stopped.countDown();
    counting.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
