package io.entente.hub.discovery;

import java.util.List;
import java.util.Optional;

/**
 * One route as a gateway has it.
 *
 * @param id the vendor's own id of it, unique on the gateway
 * @param name the vendor's name of it, if it has one
 * @param hosts it answers to; empty means every host
 * @param paths as the vendor writes them
 * @param methods it takes; empty means every method
 */
public record FoundRoute(
    String id,
    Optional<String> name,
    List<String> hosts,
    List<String> paths,
    List<String> methods) {

  public FoundRoute {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of a route named '" + name.orElse("") + "' is blank");
    }
    hosts = List.copyOf(hosts);
    paths = List.copyOf(paths);
    methods = List.copyOf(methods);
  }

  /** As a binding names it. */
  String called() {
    return name.orElse(id);
  }
}
