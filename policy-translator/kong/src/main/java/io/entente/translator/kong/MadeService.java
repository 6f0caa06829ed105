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
import io.entente.translator.kong.emit.ServicePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The service of an API that we make, or of one route of it whose policies need another, and the
 * upstream behind it where there are several endpoints or their health is watched.
 */
final class MadeService {

  private final GatewayId gateway;
  private final Api api;
  private final Optional<Route> route;
  private final Optional<ServicePart> part;
  private final Upstream upstream;

  /**
   * @param route whose it is alone; empty for all of the API
   */
  MadeService(GatewayId gateway, Api api, Optional<Route> route, Optional<ServicePart> part) {
    this.gateway = gateway;
    this.api = api;
    this.route = route;
    this.part = part;
    this.upstream =
        api.upstream()
            .orElseThrow(
                () -> new IllegalArgumentException("api " + api.name() + " has no upstream"));
  }

  String id() {
    return KongNames.id(gateway, place(), KongKinds.SERVICES);
  }

  List<KongEntity> entities() {
    var entities = new ArrayList<KongEntity>();
    if (balanced()) {
      entities.add(upstreamEntity());
      upstream.endpoints().forEach(endpoint -> entities.add(target(endpoint)));
    }
    entities.add(service());
    return entities;
  }

  /** The printed name of what it is made for. */
  private String place() {
    return route.map(own -> api.name() + "/" + own.name()).orElse(api.name().value());
  }

  private String name() {
    return route
        .map(own -> KongNames.name(api.name().value(), own.name().value()))
        .orElseGet(() -> KongNames.name(api.name().value()));
  }

  private boolean balanced() {
    return upstream.endpoints().size() > 1 || part.flatMap(ServicePart::healthchecks).isPresent();
  }

  private KongEntity service() {
    Endpoint first = upstream.endpoints().get(0);
    Node.Obj body =
        body(id())
            .with("name", Node.text(name()))
            .with("protocol", Node.text("http"))
            .with("host", Node.text(balanced() ? upstreamName() : first.host()))
            .with("port", Node.number(balanced() ? 80 : first.port()))
            .with("connect_timeout", Node.number(upstream.connectTimeout().toMillis()))
            // A request goes out once: the document says nothing of sending it again.
            .with("retries", Node.number(0))
            .with("enabled", Node.bool(true));
    if (part.isPresent()) {
      for (var field : part.get().fields().entrySet()) {
        body = body.with(field.getKey(), field.getValue());
      }
    }
    return entity(KongKinds.SERVICES, id(), body);
  }

  private KongEntity upstreamEntity() {
    Node.Obj body =
        body(upstreamId())
            .with("name", Node.text(upstreamName()))
            .with("algorithm", Node.text("round-robin"));
    Optional<Node.Obj> checks = part.flatMap(ServicePart::healthchecks);
    return entity(
        KongKinds.UPSTREAMS,
        upstreamId(),
        checks.isPresent() ? body.with("healthchecks", checks.get()) : body);
  }

  private KongEntity target(Endpoint endpoint) {
    String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
    String address = host + ":" + endpoint.port();
    String id = KongNames.id(gateway, place() + "/" + address, KongKinds.TARGETS);
    Node.Obj body =
        body(id)
            .with("upstream", Doc.ref(upstreamId()))
            .with("target", Node.text(address))
            .with("weight", Node.number(100));
    return entity(KongKinds.TARGETS, id, body);
  }

  private String upstreamId() {
    return KongNames.id(gateway, place(), KongKinds.UPSTREAMS);
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
    Set<ClaimSource> sources = new HashSet<>();
    sources.add(new ClaimSource.OfApi(api.name(), api.version()));
    part.ifPresent(
        said ->
            said.policies().forEach(policy -> sources.add(new ClaimSource.OfPolicy(policy.id()))));
    return new KongEntity(kind, id, body, sources);
  }
}
