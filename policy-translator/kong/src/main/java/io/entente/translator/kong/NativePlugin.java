package io.entente.translator.kong;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plugin instance of the gateway that is not ours, with the scope it acts in.
 *
 * @param route id, if it acts on one route only
 * @param service id, if it acts on one service only
 * @param consumer id, if it acts for one consumer only
 * @param group id, if it acts for one group of consumers only; Kong's enterprise edition has them
 */
record NativePlugin(
    String id,
    String name,
    boolean enabled,
    Optional<String> route,
    Optional<String> service,
    Optional<String> consumer,
    Optional<String> group) {

  ObjectKey key() {
    return new ObjectKey(KongKinds.PLUGINS, id);
  }

  /** True when some request on {@code place} is in its scope. */
  boolean reaches(NativeRoute place) {
    return route.filter(id -> !id.equals(place.id())).isEmpty()
        && (service.isEmpty() || service.equals(place.service()));
  }

  /** True when its scope is a route and nothing else. */
  boolean onRouteOnly() {
    return route.isPresent() && service.isEmpty() && everybody();
  }

  /** Kong runs the most specific instance: more than a route beats it, and so does a consumer. */
  boolean beatsRoute() {
    return !everybody() || route.isPresent() && service.isPresent();
  }

  /** True when it acts whoever calls. */
  boolean everybody() {
    return consumer.isEmpty() && group.isEmpty();
  }

  /** For example {@code consumer and route scope}. */
  String scope() {
    String parts =
        Stream.of(
                consumer.map(id -> "consumer"),
                group.map(id -> "consumer group"),
                route.map(id -> "route"),
                service.map(id -> "service"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and "));
    return parts.isEmpty() ? "global scope" : parts + " scope";
  }
}
