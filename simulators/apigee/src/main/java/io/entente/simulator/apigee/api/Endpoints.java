package io.entente.simulator.apigee.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Methods this simulator serves, by their id in the discovery document. */
public final class Endpoints {

  private final Map<String, Endpoint> byId = new HashMap<>();

  /** Registers a method. */
  public Endpoints on(String id, Endpoint endpoint) {
    if (byId.put(id, endpoint) != null) {
      throw new IllegalArgumentException("method '" + id + "' is served twice");
    }
    return this;
  }

  Optional<Endpoint> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
