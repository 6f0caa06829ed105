package io.entente.translator.kong.emit;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Where a policy is to hold, as far as its translation depends on it.
 *
 * @param route printed {@code api/route}
 * @param nodes data planes that share the traffic; each counts alone
 * @param available plugins the nodes have enabled
 * @param acting plugins of others that act on the route already
 * @param kinds kinds of policy that are enforced on the route
 * @param methods the native route takes; empty means every method
 * @param service whether the native route leads to a service
 * @param enterprise whether the gateway is of the enterprise edition
 * @param ingest where traffic events go, if the gateway was told
 * @param made whether the route and its service are made by us
 */
public record Place(
    String route,
    int nodes,
    Set<String> available,
    Set<String> acting,
    Set<String> kinds,
    SortedSet<String> methods,
    boolean service,
    boolean enterprise,
    Optional<Ingest> ingest,
    boolean made) {

  public Place {
    if (nodes < 1) {
      throw new IllegalArgumentException("place " + route + ": nodes " + nodes + " is < 1");
    }
    available = Set.copyOf(available);
    acting = Set.copyOf(acting);
    kinds = Set.copyOf(kinds);
  }

  /** True when the nodes can run the plugin. */
  public boolean has(String plugin) {
    return available.contains(plugin);
  }

  /** True when a request with this method reaches the native route. */
  public boolean takes(String method) {
    return methods.isEmpty() || methods.contains(method);
  }
}
