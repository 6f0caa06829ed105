package io.entente.hub.discovery;

import java.util.List;

/**
 * Routes of a gateway that belong together in the vendor's own eyes.
 *
 * @param ref unique on the gateway
 * @param form what the vendor calls such a thing, for example {@code service} or {@code proxy}
 * @param name for people
 * @param labels the vendor's tags of it
 * @param routes may be empty
 */
public record FoundApi(
    String ref, String form, String name, List<String> labels, List<FoundRoute> routes) {

  public FoundApi {
    if (ref.isBlank()) {
      throw new IllegalArgumentException("ref of found API '" + name + "' is blank");
    }
    labels = List.copyOf(labels);
    routes = List.copyOf(routes);
  }
}
