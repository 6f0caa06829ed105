package io.entente.translator.envoy;

import io.entente.model.estate.Api;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.LogDelay;
import io.entente.translator.envoy.emit.Proto;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The resources of one gateway, canonical and claimed. */
final class EnvoyResources {

  private static final Set<ClaimSource> FOUNDATION = Set.of(new ClaimSource.OfFoundation());
  private static final NodePath VIRTUAL_HOSTS = NodePath.of("virtual_hosts");

  private final EnvoyDialect dialect;
  private final EnvoySettings settings;
  private final HostLayout layout;
  private final Map<String, RouteEmission> emissions;
  private final LogDelay delay;

  EnvoyResources(
      EnvoyDialect dialect,
      EnvoySettings settings,
      HostLayout layout,
      Map<String, RouteEmission> emissions,
      LogDelay delay) {
    this.dialect = dialect;
    this.settings = settings;
    this.layout = layout;
    this.emissions = Map.copyOf(emissions);
    this.delay = delay;
  }

  private Set<String> configured() {
    return emissions.values().stream()
        .flatMap(emission -> emission.filters().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  SortedMap<ObjectKey, NativeObject> objects(List<Api> apis) {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    put(
        objects,
        EnvoyNames.LISTENER,
        ListenerDocument.of(
            settings,
            HttpFilters.inOrder(
                most(FilterNames::spikeArrest),
                most(FilterNames::rateLimit),
                tokens(),
                configured()),
            delay),
        Set.of(new Claim.Whole(listenerSources())));
    for (Api api : apis) {
      new ApiClusters(api, emissions)
          .all()
          .forEach(
              cluster ->
                  put(
                      objects,
                      cluster.key(),
                      cluster.document(),
                      Set.of(new Claim.Whole(cluster.sources()))));
    }
    keys(objects);
    routes(objects);
    return objects;
  }

  /** The hosts that keys of tokens come from. */
  private void keys(SortedMap<ObjectKey, NativeObject> objects) {
    var sources = new TreeMap<ObjectKey, Set<ClaimSource>>();
    var hosts = new TreeMap<ObjectKey, Jwks.Url>();
    for (Policy policy : tokens()) {
      if (((Jwt) policy.spec().kind()).jwks() instanceof Jwks.Url url) {
        ObjectKey cluster = EnvoyNames.cluster(url);
        hosts.put(cluster, url);
        sources
            .computeIfAbsent(cluster, key -> new HashSet<>())
            .add(new ClaimSource.OfPolicy(policy.id()));
      }
    }
    hosts.forEach(
        (cluster, url) ->
            put(
                objects,
                cluster,
                KeyClusterDocument.of(url, settings.trustedCertificates()),
                Set.of(new Claim.Whole(sources.getOrDefault(cluster, FOUNDATION)))));
  }

  /** All policies that ask for a token on any route, once each. */
  private List<Policy> tokens() {
    return emissions.values().stream()
        .flatMap(emission -> emission.policies().stream())
        .filter(policy -> policy.spec().kind() instanceof Jwt)
        .filter(policy -> policy.spec().mode() == Mode.ENFORCE)
        .distinct()
        .sorted(Comparator.comparing(Policy::id))
        .toList();
  }

  private void routes(SortedMap<ObjectKey, NativeObject> objects) {
    var hosts = new ArrayList<Node>();
    var claims = new HashSet<Claim>();
    claims.add(
        new Claim.Fields(
            Set.of(NodePath.of("name"), NodePath.of("ignore_port_in_host_matching")), FOUNDATION));
    layout
        .hosts()
        .forEach(
            (host, routes) -> {
              String name = EnvoyNames.virtualHost(host.text());
              hosts.add(virtualHost(name, host, routes));
              claims.add(new Claim.Element(VIRTUAL_HOSTS, "name", name, sources(routes)));
            });
    Node document =
        Proto.message("name", EnvoyNames.ROUTES.nativeId())
            .with("ignore_port_in_host_matching", Node.bool(true))
            .with("virtual_hosts", Node.arr(hosts));
    put(objects, EnvoyNames.ROUTES, document, claims);
  }

  private Node virtualHost(String name, HostPattern host, List<PlacedRoute> routes) {
    return Proto.message("name", name)
        .with("domains", Proto.list(Node.text(host.text())))
        .with(
            "routes",
            Node.arr(
                routes.stream().map(r -> RouteDocument.of(r, emission(r), cluster(r))).toList()));
  }

  private ObjectKey cluster(PlacedRoute route) {
    return new ApiClusters(route.api(), emissions).of(route.route());
  }

  /**
   * How many instances the busiest route has. At least one, so that the first limit of a gateway
   * changes routes only: a changed listener drains its connections.
   */
  private int most(IntFunction<String> instances) {
    int most = 1;
    for (RouteEmission emission : emissions.values()) {
      while (emission.filters().containsKey(instances.apply(most + 1))) {
        most++;
      }
    }
    return most;
  }

  private Set<ClaimSource> listenerSources() {
    var sources = new HashSet<>(FOUNDATION);
    delay.setBy().forEach(policy -> sources.add(new ClaimSource.OfPolicy(policy)));
    tokens().forEach(policy -> sources.add(new ClaimSource.OfPolicy(policy.id())));
    return sources;
  }

  private Set<ClaimSource> sources(List<PlacedRoute> routes) {
    var sources = new HashSet<ClaimSource>();
    for (PlacedRoute route : routes) {
      sources.add(source(route.api()));
      emission(route)
          .policies()
          .forEach(policy -> sources.add(new ClaimSource.OfPolicy(policy.id())));
    }
    return sources;
  }

  private RouteEmission emission(PlacedRoute route) {
    RouteEmission emission = emissions.get(route.name());
    if (emission == null) {
      throw new IllegalStateException("route " + route.name() + " was not emitted");
    }
    return emission;
  }

  private void put(
      SortedMap<ObjectKey, NativeObject> objects, ObjectKey key, Node document, Set<Claim> claims) {
    Content content = dialect.canonicalise(key, new Content.Tree(document));
    objects.put(key, new NativeObject(key, content, claims));
  }

  static ClaimSource source(Api api) {
    return new ClaimSource.OfApi(api.name(), api.version());
  }
}
