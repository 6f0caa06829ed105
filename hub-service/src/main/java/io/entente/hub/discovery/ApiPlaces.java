package io.entente.hub.discovery;

import io.entente.hub.discovery.EstateRow.How;
import io.entente.hub.discovery.FoundApiView.RouteView;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the routes of an Api document are, and what acts on them there. */
public record ApiPlaces(String api, List<String> hosts, List<OnGateway> gateways) {

  public ApiPlaces {
    hosts = List.copyOf(hosts);
    gateways = List.copyOf(gateways);
  }

  /** How far a route is known to be on a gateway. */
  public enum State {
    /** The last complete read found it. */
    FOUND,
    /** The last complete read did not find it. */
    MISSING,
    /** The gateway was not read completely yet. */
    NOT_READ
  }

  /** The API on one gateway. */
  public record OnGateway(
      String gateway, String vendor, How how, Optional<Instant> lastSeen, List<OnRoute> routes) {}

  /**
   * One route on one gateway.
   *
   * @param path as the document has it
   * @param reference what its binding says; absent where Entente makes the route
   * @param found the native routes of it; several where the vendor needs it repeated
   */
  public record OnRoute(
      String route,
      String path,
      List<String> methods,
      Optional<String> reference,
      State state,
      List<RouteView> found) {}

  static OnGateway on(Gateway gateway, Api api, Discovered.Known known) {
    return new OnGateway(
        gateway.id().value(),
        gateway.vendor().label(),
        api.gateways().contains(gateway.id()) ? How.MADE : How.BOUND,
        known.at(),
        api.routesOn(gateway.id()).stream().map(r -> route(gateway, api, r, known)).toList());
  }

  private static OnRoute route(Gateway gateway, Api api, Route route, Discovered.Known known) {
    var held = NamedRoutes.of(known.findings(), gateway, api, route);
    State absent = known.at().isPresent() ? State.MISSING : State.NOT_READ;
    return new OnRoute(
        route.name().value(),
        (route.match() instanceof PathMatch.Exact ? "exact " : "prefix ") + route.match().path(),
        List.copyOf(route.methods()),
        NamedRoutes.reference(gateway, api, route),
        held.isEmpty() ? absent : State.FOUND,
        held.stream().map(one -> RouteView.of(known.findings(), one)).toList());
  }
}
