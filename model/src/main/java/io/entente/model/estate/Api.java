package io.entente.model.estate;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One API as a document binds it to gateways.
 *
 * @param name unique in its tenant
 * @param version of the document, from 1
 * @param labels for selectors
 * @param gateways the gateways that expose it; may be empty
 * @param hosts host names it answers to; {@code *} means every host; at least one
 * @param upstream where requests go
 * @param routes at least one, names unique
 */
public record Api(
    ApiName name,
    int version,
    Labels labels,
    SortedSet<GatewayId> gateways,
    List<String> hosts,
    Upstream upstream,
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
    gateways = Collections.unmodifiableSortedSet(new TreeSet<>(gateways));
    hosts = List.copyOf(hosts);
    routes = List.copyOf(routes);
  }
}
