package io.entente.connector.apigee.log;

import java.util.Optional;

/** Whose a request to a proxy is. Safe for many threads; must not block for long. */
@FunctionalInterface
public interface ProxyRoutes {

  /** Knows no proxy: every event belongs to no API. */
  ProxyRoutes NONE = request -> Optional.empty();

  /** The API of the request, and its route where one takes it; empty when it is none of ours. */
  Optional<RouteOwner> of(ProxyRequest request);
}
