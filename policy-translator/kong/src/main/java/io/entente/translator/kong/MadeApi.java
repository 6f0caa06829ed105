package io.entente.translator.kong;

import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.tree.Node;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.emit.Doc;
import io.entente.translator.kong.emit.ServicePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The services and the routes of an API that we make. */
final class MadeApi {

  private final GatewayId gateway;
  private final Api api;
  private final MadeRoutes routes;

  MadeApi(GatewayId gateway, Api api, MadeRoutes routes) {
    this.gateway = gateway;
    this.api = api;
    this.routes = routes;
  }

  /**
   * @param parts what policies say of the service of a route, by the route's id
   */
  List<KongEntity> entities(Map<String, ServicePart> parts) {
    var entities = new ArrayList<KongEntity>();
    // A route that needs another service than the API says has one of its own, so that no value of
    // one route acts on another.
    boolean alone = api.routes().size() == 1;
    var own =
        new MadeService(
            gateway,
            api,
            Optional.empty(),
            alone ? part(api.routes().get(0), parts) : Optional.empty());
    entities.addAll(own.entities());
    for (Route route : api.routes()) {
      Optional<MadeService> apart =
          part(route, parts)
              .filter(said -> !alone)
              .map(said -> new MadeService(gateway, api, Optional.of(route), Optional.of(said)));
      apart.ifPresent(service -> entities.addAll(service.entities()));
      entities.add(route(route, apart.map(MadeService::id).orElseGet(own::id)));
    }
    return entities;
  }

  private Optional<ServicePart> part(Route route, Map<String, ServicePart> parts) {
    return Optional.ofNullable(parts.get(routeId(route)));
  }

  /** The route as policies find it. */
  NativeRoute nativeRoute(Route route) {
    return new NativeRoute(
        routeId(route),
        Optional.of(name(route)),
        api.hosts().contains("*") ? new TreeSet<>() : new TreeSet<>(api.hosts()),
        new TreeSet<>(MadePath.of(route.match()).paths()),
        routes.methods(api, route),
        Optional.of(serviceId()),
        true);
  }

  String serviceName() {
    return KongNames.name(api.name().value());
  }

  String serviceId() {
    return KongNames.id(gateway, api.name().value(), KongKinds.SERVICES);
  }

  private String routeId(Route route) {
    return KongNames.route(gateway, api.name(), route.name());
  }

  private String name(Route route) {
    return KongNames.name(api.name().value(), route.name().value());
  }

  private KongEntity route(Route route, String service) {
    MadePath path = MadePath.of(route.match());
    SortedSet<String> methods = routes.methods(api, route);
    Node.Obj body =
        body(routeId(route))
            .with("name", Node.text(name(route)))
            .with("service", Doc.ref(service))
            .with("protocols", Doc.texts(List.of("http", "https")))
            .with("paths", Doc.texts(path.paths()))
            .with("regex_priority", Node.number(path.priority()))
            .with("strip_path", Node.bool(false))
            .with("preserve_host", Node.bool(false));
    if (!api.hosts().contains("*")) {
      body = body.with("hosts", Doc.texts(api.hosts()));
    }
    if (!methods.isEmpty()) {
      body = body.with("methods", Doc.texts(List.copyOf(methods)));
    }
    return entity(KongKinds.ROUTES, routeId(route), body);
  }

  private Node.Obj body(String id) {
    return Doc.of("id", id)
        .with("tags", Doc.texts(List.of(KongNames.TAG, KongNames.apiTag(api.name()))));
  }

  private KongEntity entity(String kind, String id, Node.Obj body) {
    return new KongEntity(kind, id, body, Set.of(new ClaimSource.OfApi(api.name(), api.version())));
  }
}
