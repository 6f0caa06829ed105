package io.entente.simulator.kong.proxy.config;

import io.entente.simulator.kong.store.Configuration;
import io.entente.simulator.kong.store.KongStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The snapshot requests see. With a frequency of zero a change is effective with the next request;
 * otherwise at the next tick, like {@code worker_state_update_frequency}.
 */
public final class CurrentSnapshot implements AutoCloseable {

  private final KongStore source;
  private final boolean immediate;
  private final ScheduledExecutorService timer;
  private long version;
  private Snapshot snapshot;

  public CurrentSnapshot(KongStore source, Duration frequency) {
    this.source = source;
    this.immediate = frequency.isZero();
    Configuration first = source.current();
    this.version = first.version();
    this.snapshot = new Snapshot(first);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "kong-configuration");
              thread.setDaemon(true);
              return thread;
            });
    if (!immediate) {
      long millis = frequency.toMillis();
      var unused = timer.scheduleAtFixedRate(this::rebuild, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  public synchronized Snapshot get() {
    if (immediate) {
      rebuild();
    }
    return snapshot;
  }

  private synchronized void rebuild() {
    Configuration now = source.current();
    if (now.version() != version) {
      snapshot = new Snapshot(now);
      version = now.version();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
