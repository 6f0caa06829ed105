package io.entente.hub.ingest;

import io.entente.connector.apigee.log.ProxyRequest;
import io.entente.connector.apigee.log.ProxyRoutes;
import io.entente.connector.apigee.log.RouteOwner;
import io.entente.model.estate.Api;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.GatewayId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose requests to the proxies of a gateway are: of the route that takes path and method, the most
 * specific first; without one, of the API alone where the proxy is bound to no other.
 */
final class BoundProxies implements ProxyRoutes {

  /** Begins the name of a proxy that Entente makes. */
  static final String OURS = "entente-";

  private static final Comparator<Bound> SPECIFIC =
      Comparator.comparing((Bound bound) -> bound.route().match() instanceof PathMatch.Exact)
          .thenComparing(bound -> bound.route().match().path().length())
          .thenComparing(bound -> !bound.route().methods().isEmpty());

  private final List<Bound> bound;

  private BoundProxies(List<Bound> bound) {
    this.bound = List.copyOf(bound);
  }

  private record Bound(Api api, Route route, String proxy, boolean whole) {

    boolean takes(ProxyRequest request) {
      return (route.methods().isEmpty() || route.methods().contains(request.method()))
          && matches(route.match(), request.path());
    }
  }

  static ProxyRoutes of(GatewayId gateway, List<Api> apis) {
    var bound = new ArrayList<Bound>();
    for (Api api : apis) {
      if (api.gateways().contains(gateway)) {
        for (Route route : api.routes()) {
          bound.add(new Bound(api, route, OURS + api.name(), true));
        }
      }
      api.binding(gateway)
          .ifPresent(
              binding -> {
                for (Route route : api.routes()) {
                  Optional.ofNullable(binding.routes().get(route.name()))
                      .ifPresent(place -> bound.add(at(api, route, place)));
                }
              });
    }
    return new BoundProxies(bound);
  }

  private static Bound at(Api api, Route route, String place) {
    String proxy = place.split("/", 2)[0];
    return new Bound(api, route, proxy, proxy.equals(place));
  }

  @Override
  public Optional<RouteOwner> of(ProxyRequest request) {
    List<Bound> here = bound.stream().filter(b -> b.proxy().equals(request.proxy())).toList();
    List<Bound> taking = here.stream().filter(b -> b.takes(request)).toList();
    var best = taking.stream().max(SPECIFIC);
    if (best.isPresent()) {
      long rivals =
          taking.stream()
              .filter(b -> SPECIFIC.compare(b, best.get()) == 0)
              .filter(b -> !b.api().name().equals(best.get().api().name()))
              .count();
      return rivals > 0
          ? Optional.empty()
          : Optional.of(
              new RouteOwner(best.get().api().name(), Optional.of(best.get().route().name())));
    }
    if (!here.stream().allMatch(Bound::whole)) {
      // The line does not say which endpoint it was, and not all of them are ours.
      return Optional.empty();
    }
    var owners = here.stream().map(b -> b.api().name()).collect(Collectors.toSet());
    return owners.size() == 1
        ? Optional.of(new RouteOwner(owners.iterator().next(), Optional.empty()))
        : Optional.empty();
  }

  private static boolean matches(PathMatch match, String path) {
    if (match instanceof PathMatch.Exact) {
      return path.equals(match.path());
    }
    String prefix = match.path();
    String folder = prefix.endsWith("/") ? prefix : prefix + "/";
    return path.equals(prefix) || path.startsWith(folder);
  }
}
