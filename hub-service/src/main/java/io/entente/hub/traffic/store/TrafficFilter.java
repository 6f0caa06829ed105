package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.util.Optional;

/** Which events; an absent member lets everything pass. */
public record TrafficFilter(
    Optional<String> gateway,
    Optional<String> api,
    Optional<String> route,
    Optional<String> consumer) {

  public static final TrafficFilter ALL =
      new TrafficFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether {@code event} passes. */
  public boolean matches(TrafficEvent event) {
    return gateway.map(event.gateway().value()::equals).orElse(true)
        && passes(api, event.api().map(Object::toString))
        && passes(route, event.route().map(Object::toString))
        && passes(consumer, event.consumer());
  }

  private static boolean passes(Optional<String> wanted, Optional<String> found) {
    return wanted.isEmpty() || wanted.equals(found);
  }
}
