package io.entente.model.estate;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One API as a document binds it to gateways.
 *
 * @param name unique in its tenant
 * @param version of the document, from 1
 * @param labels for selectors
 * @param gateways the gateways that Entente makes it on; may be empty
 * @param bindings the gateways where it already lives, made by others; at most one a gateway, none
 *     of them among {@code gateways}
 * @param hosts host names it answers to; {@code *} means every host; at least one
 * @param upstream where requests go; present when there are {@code gateways}
 * @param routes at least one, names unique
 */
public record Api(
    ApiName name,
    int version,
    Labels labels,
    SortedSet<GatewayId> gateways,
    List<Binding> bindings,
    List<String> hosts,
    Optional<Upstream> upstream,
    List<Route> routes) {

  public Api {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of api " + name + " is < 1");
    }
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("api " + name + " has no host; use '*' for every host");
    }
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("api " + name + " has no route");
    }
    var seen = new HashSet<RouteName>();
    for (Route route : routes) {
      if (!seen.add(route.name())) {
        throw new IllegalArgumentException("api " + name + " has two routes named " + route.name());
      }
    }
    if (upstream.isEmpty() && !gateways.isEmpty()) {
      throw new IllegalArgumentException("api " + name + " is made on a gateway without upstream");
    }
    var bound = new HashSet<>(gateways);
    for (Binding binding : bindings) {
      if (!bound.add(binding.gateway())) {
        throw new IllegalArgumentException(
            "api " + name + " is bound twice to gateway " + binding.gateway());
      }
      if (!seen.containsAll(binding.routes().keySet())) {
        throw new IllegalArgumentException(
            "binding of api " + name + " to " + binding.gateway() + " names an unknown route");
      }
    }
    bindings = List.copyOf(bindings);
    gateways = Collections.unmodifiableSortedSet(new TreeSet<>(gateways));
    hosts = List.copyOf(hosts);
    routes = List.copyOf(routes);
  }

  /** True when the API is on the gateway, made by Entente or found there. */
  public boolean isOn(GatewayId gateway) {
    return gateways.contains(gateway) || binding(gateway).isPresent();
  }

  /** How the API, made by others, lives on the gateway. */
  public Optional<Binding> binding(GatewayId gateway) {
    return bindings.stream().filter(binding -> binding.gateway().equals(gateway)).findFirst();
  }

  /** The routes the gateway has of it: all where Entente makes them, else those bound. */
  public List<Route> routesOn(GatewayId gateway) {
    if (gateways.contains(gateway)) {
      return routes;
    }
    return binding(gateway)
        .map(found -> routes.stream().filter(r -> found.routes().containsKey(r.name())).toList())
        .orElse(List.of());
  }
}
