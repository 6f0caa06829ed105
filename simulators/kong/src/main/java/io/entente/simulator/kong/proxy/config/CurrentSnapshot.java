package io.entente.simulator.kong.proxy.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The snapshot requests see. With a frequency of zero a change is effective with the next request;
 * otherwise at the next tick, like {@code worker_state_update_frequency}.
 */
public final class CurrentSnapshot implements AutoCloseable {

  private final ProxyConfiguration source;
  private final boolean immediate;
  private final ScheduledExecutorService timer;
  private long version;
  private Snapshot snapshot;

  public CurrentSnapshot(ProxyConfiguration source, Duration frequency) {
    this.source = source;
    this.immediate = frequency.isZero();
    this.version = source.version();
    this.snapshot = new Snapshot(source);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "kong-configuration");
              thread.setDaemon(true);
              return thread;
            });
    if (!immediate) {
      long millis = frequency.toMillis();
      var unused =
          timer.scheduleAtFixedRate(this::rebuild, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  public synchronized Snapshot get() {
    if (immediate) {
      rebuild();
    }
    return snapshot;
  }

  private synchronized void rebuild() {
    long now = source.version();
    if (now != version) {
      snapshot = new Snapshot(source);
      version = now;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
