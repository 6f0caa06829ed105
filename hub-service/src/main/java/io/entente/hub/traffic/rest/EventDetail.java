package io.entente.hub.traffic.rest;

import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request with all that is known of it. A member that could not be observed is absent and named
 * in {@code notObservable}; one that is absent and not named there had no value.
 *
 * @param observedTime when the hub learned of it
 * @param provenance the vendor's means that told of it; absent of events stored before it was kept
 * @param weight how many similar requests it stands for, itself among them
 * @param others how many more events have this id: of another time, or of other gateways
 */
record EventDetail(
    String id,
    String tenant,
    String gateway,
    Optional<String> node,
    Instant time,
    Instant observedTime,
    Optional<String> method,
    Optional<String> path,
    Optional<String> host,
    Optional<Integer> status,
    Optional<Double> durationMillis,
    Optional<Double> upstreamMillis,
    Optional<Long> requestBytes,
    Optional<Long> responseBytes,
    Optional<String> api,
    Optional<String> route,
    Optional<String> consumer,
    Optional<String> clientAddress,
    Optional<String> decision,
    Optional<String> trace,
    Optional<String> provenance,
    List<Unseen> notObservable,
    int weight,
    int others) {

  private static final double NANOS_PER_MILLI = 1_000_000;

  EventDetail {
    notObservable = List.copyOf(notObservable);
  }

  /** An attribute that this event does not tell, and why. */
  record Unseen(String attribute, String why) {}

  static EventDetail of(TrafficEvent event, int others) {
    return new EventDetail(
        event.id(),
        event.tenant().value(),
        event.gateway().value(),
        seen(event, "node", event.node()),
        event.time(),
        event.observedTime(),
        seen(event, "method", event.method()),
        seen(event, "path", event.path()),
        event.host(),
        seen(event, "status", event.status()),
        seen(event, "duration", millis(event.duration())),
        event.upstreamDuration().map(EventDetail::millis),
        event.requestBytes(),
        event.responseBytes(),
        event.api().map(Object::toString),
        event.route().map(Object::toString),
        event.consumer(),
        event.clientAddress(),
        event.decision(),
        event.trace(),
        event.provenance(),
        event.notObservable().stream()
            .map(name -> new Unseen(name, UnseenReasons.of(event.provenance(), name)))
            .toList(),
        event.weight(),
        others);
  }

  /** What stands in for a value that was not observed is none. */
  private static <T> Optional<T> seen(TrafficEvent event, String name, T value) {
    return event.notObservable().contains(name) ? Optional.empty() : Optional.of(value);
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLI;
  }
}
