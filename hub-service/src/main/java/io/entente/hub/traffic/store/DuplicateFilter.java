package io.entente.hub.traffic.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes duplicates within one batch; the first of each stays. */
final class DuplicateFilter {

  private record Identity(String tenant, String gateway, String id) {}

  private DuplicateFilter() {}

  static <T> List<T> distinct(List<T> events, RowForm<T> form, Duration window) {
    long micros = window.toNanos() / 1000;
    Map<Identity, List<Long>> seen = new HashMap<>(events.size() * 2);
    List<T> kept = new ArrayList<>(events.size());
    for (var event : events) {
      var identity = new Identity(form.tenant(event), form.gateway(event), form.id(event));
      long time = form.micros(event);
      var same = seen.get(identity);
      if (same == null) {
        seen.put(identity, List.of(time));
        kept.add(event);
      } else if (same.stream().noneMatch(s -> Math.abs(s - time) <= micros)) {
        var more = new ArrayList<>(same);
        more.add(time);
        seen.put(identity, more);
        kept.add(event);
      }
    }
    return kept;
  }
}
