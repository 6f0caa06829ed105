package io.entente.hub.discovery;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.kong.KongNames;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services, routes and plugins of a Kong: as entities, or in its one declarative document. */
final class KongFindings {

  private final GatewayId gateway;
  private final SortedMap<String, Node.Obj> services = new TreeMap<>();
  private final Map<String, List<FoundRoute>> routes = new LinkedHashMap<>();
  private final Map<String, String> serviceOfRoute = new LinkedHashMap<>();
  private final Map<String, Node.Obj> plugins = new LinkedHashMap<>();

  private KongFindings(GatewayId gateway) {
    this.gateway = gateway;
  }

  static Findings of(GatewayId gateway, SortedMap<ObjectKey, NativeObject> observed) {
    var reader = new KongFindings(gateway);
    observed.forEach(
        (key, object) ->
            Look.root(object)
                .ifPresent(
                    body -> {
                      if (key.kind().equals(KongKinds.DECLARATIVE)) {
                        body.fields()
                            .keySet()
                            .forEach(
                                kind ->
                                    Look.objects(body, kind)
                                        .forEach(one -> reader.entity(kind, one)));
                      } else {
                        reader.entity(key.kind(), body);
                      }
                    }));
    return reader.findings();
  }

  private void entity(String kind, Node.Obj body) {
    Optional<String> id = Look.text(body, "id");
    if (id.isEmpty()) {
      return;
    }
    switch (kind) {
      case KongKinds.SERVICES -> services.put(id.get(), body);
      case KongKinds.ROUTES -> route(id.get(), body);
      case KongKinds.PLUGINS -> plugins.put(id.get(), body);
      default -> {}
    }
  }

  private void route(String id, Node.Obj body) {
    String service = reference(body, "service").orElse("");
    serviceOfRoute.put(id, service);
    routes
        .computeIfAbsent(service, s -> new ArrayList<>())
        .add(
            new FoundRoute(
                id,
                Look.text(body, "name"),
                Look.texts(body, "hosts"),
                Look.texts(body, "paths"),
                Look.texts(body, "methods")));
  }

  private Findings findings() {
    var apis = new ArrayList<FoundApi>();
    services.forEach(
        (id, body) ->
            apis.add(
                new FoundApi(
                    KongKinds.SERVICES + "/" + id,
                    "service",
                    Look.text(body, "name").orElse(id),
                    Look.texts(body, "tags"),
                    routes.getOrDefault(id, List.of()))));
    // A route may lead to no service: then it stands for itself.
    routes
        .getOrDefault("", List.of())
        .forEach(
            route ->
                apis.add(
                    new FoundApi(
                        KongKinds.ROUTES + "/" + route.id(),
                        "route without a service",
                        route.called(),
                        List.of(),
                        List.of(route))));
    return new Findings(
        apis, plugins.entrySet().stream().map(e -> policy(e.getKey(), e.getValue())).toList());
  }

  private FoundPolicy policy(String id, Node.Obj body) {
    String name = Look.text(body, "name").orElse("unknown");
    Optional<String> route = reference(body, "route");
    Optional<String> service = reference(body, "service");
    return new FoundPolicy(
        KongKinds.PLUGINS + "/" + id,
        Look.text(body, "instance_name").orElse(name),
        name,
        place(body, route, service),
        Optional.empty(),
        !Look.is(body, "enabled", false),
        route
            .filter(r -> id.equals(KongNames.plugin(gateway, r, reference(body, "consumer"), name)))
            .isPresent(),
        service.map(s -> KongKinds.SERVICES + "/" + s).or(() -> route.flatMap(this::apiOfRoute)),
        route);
  }

  private Optional<String> apiOfRoute(String route) {
    return Optional.ofNullable(serviceOfRoute.get(route))
        .map(
            service ->
                service.isEmpty()
                    ? KongKinds.ROUTES + "/" + route
                    : KongKinds.SERVICES + "/" + service);
  }

  private static String place(Node.Obj body, Optional<String> route, Optional<String> service) {
    String parts =
        Stream.of(
                reference(body, "consumer").map(c -> "consumer"),
                reference(body, "consumer_group").map(c -> "consumer group"),
                route.map(r -> "route"),
                service.map(s -> "service"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and "));
    return parts.isEmpty() ? "global scope" : parts + " scope";
  }

  /** {@code {id: ...}} of an entity, the bare id of a declarative document. */
  private static Optional<String> reference(Node.Obj body, String field) {
    return Look.object(body, field)
        .map(ref -> Look.text(ref, "id"))
        .orElseGet(() -> Look.text(body, field));
  }
}
