package io.entente.simulator.apigee.proxy.bundle;

import java.util.List;

/** An entrance of a proxy. */
public record ProxyEndpoint(
    String name, String basePath, Flows flows, List<Step> postClient, List<RouteRule> routes) {

  public ProxyEndpoint {
    postClient = List.copyOf(postClient);
    routes = List.copyOf(routes);
  }
}
