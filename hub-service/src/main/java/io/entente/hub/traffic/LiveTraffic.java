package io.entente.hub.traffic;

import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows newly stored events to whoever watches. A slow watcher loses events, never slows others.
 */
@Singleton
public final class LiveTraffic {

  /** Events kept for one watcher that does not keep up. */
  static final int BUFFER = 1000;

  /** Most watchers at once. */
  static final int WATCHERS = 50;

  private final Map<LiveSubscriber, MultiEmitter<? super LiveItem>> watchers =
      new ConcurrentHashMap<>();

  /** Events of {@code tenant} that pass {@code filter}, from subscription on. */
  public Multi<LiveItem> watch(Tenant tenant, TrafficFilter filter) {
    if (watchers.size() >= WATCHERS) {
      throw new ProblemException(
          Problem.internal(
              "TRAFFIC_TOO_MANY_WATCHERS",
              WATCHERS + " watchers follow live traffic already",
              "Close another live view, then connect again."));
    }
    return Multi.createFrom()
        .emitter(
            emitter -> {
              var watcher = new LiveSubscriber(tenant, filter, BUFFER);
              emitter.onTermination(() -> watchers.remove(watcher));
              emitter.onRequest(n -> drain(watcher, emitter));
              watchers.put(watcher, emitter);
            },
            BackPressureStrategy.IGNORE);
  }

  void publish(List<TrafficEvent> events) {
    for (var event : events) {
      watchers.forEach(
          (watcher, emitter) -> {
            watcher.offer(event);
            drain(watcher, emitter);
          });
    }
  }

  /** Emits no more than was asked for: demand is what tells a slow watcher from a fast one. */
  private static void drain(LiveSubscriber watcher, MultiEmitter<? super LiveItem> emitter) {
    synchronized (emitter) {
      while (emitter.requested() > 0) {
        var item = watcher.poll();
        if (item.isEmpty()) {
          return;
        }
        emitter.emit(item.get());
      }
    }
  }
}
