package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes duplicates within one batch; the first of each stays. */
final class DuplicateFilter {

  private record Identity(String tenant, String gateway, String id) {}

  private DuplicateFilter() {}

  static List<TrafficEvent> distinct(List<TrafficEvent> events, Duration window) {
    Map<Identity, List<TrafficEvent>> seen = new HashMap<>(events.size() * 2);
    List<TrafficEvent> kept = new ArrayList<>(events.size());
    for (var event : events) {
      var identity = new Identity(event.tenant().value(), event.gateway().value(), event.id());
      var same = seen.get(identity);
      if (same == null) {
        seen.put(identity, List.of(event));
        kept.add(event);
      } else if (same.stream().noneMatch(s -> within(s, event, window))) {
        var more = new ArrayList<>(same);
        more.add(event);
        seen.put(identity, more);
        kept.add(event);
      }
    }
    return kept;
  }

  private static boolean within(TrafficEvent a, TrafficEvent b, Duration window) {
    var apart = Math.abs(StoredEvent.micros(a.time()) - StoredEvent.micros(b.time()));
    return apart <= window.toNanos() / 1000;
  }
}
