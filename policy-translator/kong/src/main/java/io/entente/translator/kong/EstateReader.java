package io.entente.translator.kong;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.policy.CaCertificate;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the estate from entities, or from the declarative document, which holds the same. */
final class EstateReader {

  private final SortedMap<String, NativeRoute> routes = new TreeMap<>();
  private final List<NativePlugin> plugins = new ArrayList<>();
  private final SortedMap<String, String> consumers = new TreeMap<>();
  private final SortedMap<String, String> serviceNames = new TreeMap<>();
  private final SortedMap<String, String> authorities = new TreeMap<>();

  private final GatewayId gateway;

  private EstateReader(GatewayId gateway) {
    this.gateway = gateway;
  }

  static KongEstate read(GatewayId gateway, SortedMap<ObjectKey, NativeObject> observed) {
    var reader = new EstateReader(gateway);
    observed.forEach(
        (key, object) -> {
          if (object.content() instanceof Content.Tree tree
              && tree.root() instanceof Node.Obj body) {
            if (key.kind().equals(KongKinds.DECLARATIVE)) {
              reader.document(body);
            } else {
              reader.entity(key.kind(), body);
            }
          }
        });
    return new KongEstate(
        reader.routes, reader.plugins, reader.consumers, reader.serviceNames, reader.authorities);
  }

  private void document(Node.Obj document) {
    document
        .fields()
        .forEach(
            (kind, value) -> {
              for (Node item : value instanceof Node.Arr list ? list.items() : List.<Node>of()) {
                if (item instanceof Node.Obj body) {
                  entity(kind, body);
                }
              }
            });
  }

  private void entity(String kind, Node.Obj body) {
    Optional<String> id = text(body, "id");
    if (id.isEmpty()) {
      return;
    }
    switch (kind) {
      case KongKinds.ROUTES -> routes.put(id.get(), route(id.get(), body));
      case KongKinds.PLUGINS -> plugin(id.get(), body);
      case KongKinds.CONSUMERS ->
          text(body, "username")
              .or(() -> text(body, "custom_id"))
              .ifPresent(name -> consumers.put(id.get(), name));
      case KongKinds.SERVICES ->
          text(body, "name").ifPresent(name -> serviceNames.put(name, id.get()));
      case KongKinds.CA_CERTIFICATES ->
          text(body, "cert")
              .flatMap(EstateReader::fingerprint)
              .filter(of -> !id.get().equals(AuthorityEntities.ownId(gateway, of)))
              .ifPresent(of -> authorities.put(of, id.get()));
      default -> {}
    }
  }

  /** Empty for one that no policy can name. */
  private static Optional<String> fingerprint(String pem) {
    try {
      return Optional.of(new CaCertificate(pem).fingerprint());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static NativeRoute route(String id, Node.Obj body) {
    return new NativeRoute(
        id,
        text(body, "name"),
        new TreeSet<>(texts(body, "hosts")),
        new TreeSet<>(texts(body, "paths")),
        new TreeSet<>(texts(body, "methods")),
        reference(body, "service"),
        texts(body, "tags").contains(KongNames.TAG));
  }

  private void plugin(String id, Node.Obj body) {
    text(body, "name")
        .map(
            name ->
                new NativePlugin(
                    id,
                    name,
                    !body.field("enabled").equals(Optional.of(Node.bool(false))),
                    reference(body, "route"),
                    reference(body, "service"),
                    reference(body, "consumer"),
                    reference(body, "consumer_group")))
        .filter(plugin -> !ours(plugin))
        .ifPresent(plugins::add);
  }

  /** By the id, which only we compute so; a tag can be copied with the rest. */
  private boolean ours(NativePlugin plugin) {
    return plugin
        .route()
        .filter(
            route ->
                plugin
                    .id()
                    .equals(KongNames.plugin(gateway, route, plugin.consumer(), plugin.name())))
        .isPresent();
  }

  /** {@code {id: ...}} of an entity, the bare id of a declarative document. */
  private static Optional<String> reference(Node.Obj body, String field) {
    return body.field(field)
        .flatMap(node -> node instanceof Node.Obj obj ? text(obj, "id") : text(node));
  }

  private static Optional<String> text(Node.Obj body, String field) {
    return body.field(field).flatMap(node -> text(node));
  }

  private static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static List<String> texts(Node.Obj body, String field) {
    return body.field(field).stream()
        .flatMap(node -> node instanceof Node.Arr list ? list.items().stream() : Stream.of())
        .flatMap(item -> text(item).stream())
        .toList();
  }
}
