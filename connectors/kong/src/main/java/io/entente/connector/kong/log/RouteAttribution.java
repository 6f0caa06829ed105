package io.entente.connector.kong.log;

import java.util.Optional;

/** Which of our routes a Kong route is. Safe for many threads; must not block for long. */
@FunctionalInterface
public interface RouteAttribution {

  /** Knows no route: every event belongs to no API. */
  RouteAttribution NONE = (id, name) -> Optional.empty();

  /** The route with this id or name at Kong; empty when it is none of ours. */
  Optional<ApiRoute> of(Optional<String> nativeRouteId, Optional<String> nativeRouteName);
}
