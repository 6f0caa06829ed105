package io.entente.model.estate;

import java.time.Duration;
import java.util.List;

/**
 * Where an API's requests go.
 *
 * @param endpoints at least one
 * @param connectTimeout how long to wait for a connection; more than zero
 */
public record Upstream(List<Endpoint> endpoints, Duration connectTimeout) {

  public Upstream {
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("upstream has no endpoint");
    }
    if (connectTimeout.isNegative() || connectTimeout.isZero()) {
      throw new IllegalArgumentException("connectTimeout " + connectTimeout + " is not positive");
    }
    endpoints = List.copyOf(endpoints);
  }
}
