package io.entente.hub.traffic;

import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The buffer between the road and one watcher. A full buffer drops the newest and says how many
 * with a marker in their place; it never waits. Safe for many threads.
 */
final class LiveSubscriber {

  private final Tenant tenant;
  private final TrafficFilter filter;
  private final int capacity;
  private final Queue<LiveItem> items = new ArrayDeque<>();
  private long dropped;

  LiveSubscriber(Tenant tenant, TrafficFilter filter, int capacity) {
    this.tenant = tenant;
    this.filter = filter;
    this.capacity = capacity;
  }

  synchronized void offer(TrafficEvent event) {
    if (!event.tenant().equals(tenant) || !filter.matches(event)) {
      return;
    }
    if (items.size() >= capacity) {
      dropped++;
      return;
    }
    mark();
    items.add(new LiveItem.Seen(event));
  }

  synchronized Optional<LiveItem> poll() {
    if (items.isEmpty()) {
      mark();
    }
    return Optional.ofNullable(items.poll());
  }

  private void mark() {
    if (dropped > 0) {
      items.add(new LiveItem.Dropped(dropped));
      dropped = 0;
    }
  }
}
