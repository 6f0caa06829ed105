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

  /** Rank of an instance on a route for everybody. */
  static final int ON_ROUTE = 9;

  /** Rank of an instance on a route for one consumer. */
  static final int ON_ROUTE_FOR_ONE = 2;

  ObjectKey key() {
    return new ObjectKey(KongKinds.PLUGINS, id);
  }

  /** True when some request on {@code place} is in its scope. */
  boolean reaches(NativeRoute place) {
    return route.filter(id -> !id.equals(place.id())).isEmpty()
        && (service.isEmpty() || service.equals(place.service()));
  }

  /**
   * Kong runs the most specific instance, that of the least rank: a consumer comes before a group,
   * a route before a service; of both with a caller or each other, before one alone.
   */
  int rank() {
    boolean both = route.isPresent() && service.isPresent();
    if (consumer.isPresent()) {
      return both ? 0 : route.isPresent() ? ON_ROUTE_FOR_ONE : service.isPresent() ? 3 : 7;
    }
    if (group.isPresent()) {
      return both ? 1 : route.isPresent() ? 4 : service.isPresent() ? 5 : 8;
    }
    return both ? 6 : route.isPresent() ? ON_ROUTE : service.isPresent() ? 10 : 11;
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
