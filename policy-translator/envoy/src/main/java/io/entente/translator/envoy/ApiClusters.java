package io.entente.translator.envoy;

import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import io.entente.translator.envoy.emit.UpstreamPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The clusters of one API. A time to connect, a breaker or a limit stands on the cluster and not on
 * the route, so that routes which say different things must not share one: each that needs more
 * than the API says gets a cluster of its own, unless all routes say the same.
 */
final class ApiClusters {

  private final Api api;
  private final Map<String, RouteEmission> emissions;
  private final boolean together;

  ApiClusters(Api api, Map<String, RouteEmission> emissions) {
    this.api = api;
    this.emissions = emissions;
    UpstreamPart first = part(api.routes().get(0));
    this.together =
        api.routes().size() == 1
            || api.routes().stream().allMatch(route -> first.sharesClusterWith(part(route)));
  }

  /** One cluster. */
  record Cluster(ObjectKey key, Node document, Set<ClaimSource> sources) {}

  /** The one that the route leads to. */
  ObjectKey of(Route route) {
    return together || part(route).plainCluster()
        ? EnvoyNames.cluster(api.name())
        : EnvoyNames.cluster(api.name(), route.name());
  }

  /** That of the API, then those of its routes. */
  List<Cluster> all() {
    var clusters = new ArrayList<Cluster>();
    UpstreamPart common = together ? part(api.routes().get(0)) : UpstreamPart.nothing();
    clusters.add(
        cluster(EnvoyNames.cluster(api.name()), common, together ? api.routes() : List.of()));
    for (Route route : api.routes()) {
      if (!together && !part(route).plainCluster()) {
        clusters.add(
            cluster(EnvoyNames.cluster(api.name(), route.name()), part(route), List.of(route)));
      }
    }
    return clusters;
  }

  private Cluster cluster(ObjectKey key, UpstreamPart part, List<Route> routes) {
    var sources = new HashSet<ClaimSource>();
    sources.add(EnvoyResources.source(api));
    if (!part.plainCluster()) {
      routes.forEach(
          route ->
              emission(route).policies().stream()
                  .filter(policy -> ofUpstream(policy.spec().kind()))
                  .forEach(policy -> sources.add(new ClaimSource.OfPolicy(policy.id()))));
    }
    return new Cluster(key, ClusterDocument.of(api, key, part), sources);
  }

  private static boolean ofUpstream(PolicyKind kind) {
    return kind instanceof Timeout
        || kind instanceof Retry
        || kind instanceof CircuitBreaker
        || kind instanceof ConcurrencyLimit;
  }

  private UpstreamPart part(Route route) {
    return emission(route).upstream();
  }

  private RouteEmission emission(Route route) {
    String name = EnvoyNames.route(api.name(), route.name());
    RouteEmission emission = emissions.get(name);
    if (emission == null) {
      throw new IllegalStateException("route " + name + " was not emitted");
    }
    return emission;
  }
}
