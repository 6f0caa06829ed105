package io.entente.hub.traffic;

import io.entente.model.event.TrafficEvent;

/** What a live subscriber is sent, in order. */
public sealed interface LiveItem {

  /** One event. */
  record Seen(TrafficEvent event) implements LiveItem {}

  /** So many events were left out here, because the subscriber was slow. */
  record Dropped(long events) implements LiveItem {}
}
