package io.entente.translator.kong;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.tree.Node;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.emit.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The service, the routes and, for several endpoints, the upstream of an API that we make. */
final class MadeApi {

  private final GatewayId gateway;
  private final Api api;
  private final MadeRoutes routes;
  private final Upstream upstream;

  MadeApi(GatewayId gateway, Api api, MadeRoutes routes) {
    this.gateway = gateway;
    this.api = api;
    this.routes = routes;
    this.upstream =
        api.upstream()
            .orElseThrow(
                () -> new IllegalArgumentException("api " + api.name() + " has no upstream"));
  }

  List<KongEntity> entities() {
    var entities = new ArrayList<KongEntity>();
    if (upstream.endpoints().size() > 1) {
      entities.add(upstreamEntity());
      upstream.endpoints().forEach(endpoint -> entities.add(target(endpoint)));
    }
    entities.add(service());
    api.routes().forEach(route -> entities.add(route(route)));
    return entities;
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

  private String upstreamId() {
    return KongNames.id(gateway, api.name().value(), KongKinds.UPSTREAMS);
  }

  private String routeId(Route route) {
    return KongNames.route(gateway, api.name(), route.name());
  }

  private String name(Route route) {
    return KongNames.name(api.name().value(), route.name().value());
  }

  private KongEntity service() {
    Endpoint first = upstream.endpoints().get(0);
    boolean balanced = upstream.endpoints().size() > 1;
    Node.Obj body =
        body(serviceId())
            .with("name", Node.text(serviceName()))
            .with("protocol", Node.text("http"))
            .with("host", Node.text(balanced ? upstreamName() : first.host()))
            .with("port", Node.number(balanced ? 80 : first.port()))
            .with("connect_timeout", Node.number(upstream.connectTimeout().toMillis()))
            // A request goes out once: the document says nothing of sending it again.
            .with("retries", Node.number(0))
            .with("enabled", Node.bool(true));
    return entity(KongKinds.SERVICES, serviceId(), body);
  }

  private KongEntity upstreamEntity() {
    Node.Obj body =
        body(upstreamId())
            .with("name", Node.text(upstreamName()))
            .with("algorithm", Node.text("round-robin"));
    return entity(KongKinds.UPSTREAMS, upstreamId(), body);
  }

  private KongEntity target(Endpoint endpoint) {
    String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
    String address = host + ":" + endpoint.port();
    String id = KongNames.id(gateway, api.name() + "/" + address, KongKinds.TARGETS);
    Node.Obj body =
        body(id)
            .with("upstream", Doc.ref(upstreamId()))
            .with("target", Node.text(address))
            .with("weight", Node.number(100));
    return entity(KongKinds.TARGETS, id, body);
  }

  private KongEntity route(Route route) {
    MadePath path = MadePath.of(route.match());
    SortedSet<String> methods = routes.methods(api, route);
    Node.Obj body =
        body(routeId(route))
            .with("name", Node.text(name(route)))
            .with("service", Doc.ref(serviceId()))
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

  /** As a host name, because services point at it by name. */
  private String upstreamName() {
    return upstreamId() + ".entente";
  }

  private Node.Obj body(String id) {
    return Doc.of("id", id)
        .with("tags", Doc.texts(List.of(KongNames.TAG, KongNames.apiTag(api.name()))));
  }

  private KongEntity entity(String kind, String id, Node.Obj body) {
    return new KongEntity(kind, id, body, Set.of(new ClaimSource.OfApi(api.name(), api.version())));
  }
}
