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
 * @param authorities under which ids the gateway has certificates of authorities
 * @param consumers names of the callers it is about; empty for everybody
 * @param named how many callers have instances of their own on the route
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
    boolean made,
    AuthorityIds authorities,
    Set<String> consumers,
    int named) {

  public Place {
    if (nodes < 1) {
      throw new IllegalArgumentException("place " + route + ": nodes " + nodes + " is < 1");
    }
    available = Set.copyOf(available);
    acting = Set.copyOf(acting);
    kinds = Set.copyOf(kinds);
    consumers = Set.copyOf(consumers);
  }

  /**
   * The same route for some callers.
   *
   * @param named how many have instances of their own, these and others
   */
  public Place forCallers(Set<String> consumers, int named) {
    return new Place(
        route,
        nodes,
        available,
        acting,
        kinds,
        methods,
        service,
        enterprise,
        ingest,
        made,
        authorities,
        consumers,
        named);
  }

  /** True when it is about some callers only. */
  public boolean narrowed() {
    return !consumers.isEmpty();
  }

  /** True when something on the route finds out which consumer of the gateway calls. */
  public boolean identifies() {
    return kinds.contains("apiKey")
        || kinds.contains("basicAuth")
        || acting.stream().anyMatch(AuthenticatingPlugins.NAMES::contains);
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
