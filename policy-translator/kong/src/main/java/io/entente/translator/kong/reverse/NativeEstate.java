package io.entente.translator.kong.reverse;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The entities of a gateway, from objects of their own or out of declarative documents, where
 * people write a service's routes and plugins below the service. Filled once, then read.
 */
final class NativeEstate {

  /** What may stand below an entity, and the field that then points back at it. */
  private static final Map<String, String> BACK =
      Map.of(
          KongKinds.SERVICES,
          "service",
          KongKinds.ROUTES,
          "route",
          KongKinds.CONSUMERS,
          "consumer",
          "consumer_groups",
          "consumer_group");

  /** Lists below whose elements nothing stands that is read. */
  private static final Set<String> LEAVES =
      Set.of(KongKinds.PLUGINS, KongKinds.CA_CERTIFICATES, KongKinds.UPSTREAMS);

  private final KongDialect dialect;
  private final Entities routes = new Entities();
  private final Entities services = new Entities();
  private final Entities upstreams = new Entities();
  private final List<Entity> certificates = new ArrayList<>();
  private final List<Instance> instances = new ArrayList<>();
  private final Map<Spot, List<Instance>> spots = new HashMap<>();
  private final Map<String, List<Entity>> routesOfServices = new HashMap<>();

  private Authorities authorities = Authorities.of(List.of());

  private NativeEstate(KongDialect dialect) {
    this.dialect = dialect;
  }

  static NativeEstate read(SortedMap<ObjectKey, NativeObject> observed, KongDialect dialect) {
    var estate = new NativeEstate(dialect);
    observed.forEach(
        (key, object) -> {
          if (object.content() instanceof Content.Tree tree
              && tree.root() instanceof Node.Obj body) {
            if (key.kind().equals(KongKinds.DECLARATIVE)) {
              estate.lists(body, key, NodePath.root(), Optional.empty());
            } else {
              estate.add(key.kind(), key.nativeId(), body, key, NodePath.root());
            }
          }
        });
    estate.authorities = Authorities.of(estate.certificates);
    for (Entity route : estate.routes.all()) {
      estate
          .serviceOf(route)
          .ifPresent(
              service ->
                  estate
                      .routesOfServices
                      .computeIfAbsent(service.id(), id -> new ArrayList<>())
                      .add(route));
    }
    for (Instance instance : estate.instances) {
      estate.spots.computeIfAbsent(estate.spot(instance), spot -> new ArrayList<>()).add(instance);
    }
    return estate;
  }

  List<Entity> routes() {
    return routes.all();
  }

  Authorities authorities() {
    return authorities;
  }

  List<Instance> instances() {
    return instances;
  }

  Optional<Entity> route(String idOrName) {
    return routes.find(idOrName);
  }

  Optional<Entity> service(String idOrName) {
    return services.find(idOrName);
  }

  Optional<Entity> upstream(String idOrName) {
    return upstreams.find(idOrName);
  }

  /** The service that a route leads to. */
  Optional<Entity> serviceOf(Entity route) {
    return route.reference("service").flatMap(this::service);
  }

  List<Entity> routesOf(Entity service) {
    return routesOfServices.getOrDefault(service.id(), List.of());
  }

  /** Instances of a plugin in one place, whoever they are for; enabled or not. */
  List<Instance> at(String plugin, Optional<Entity> route, Optional<Entity> service) {
    return spots.getOrDefault(
        new Spot(plugin, route.map(Entity::id), service.map(Entity::id)), List.of());
  }

  /** Those in the place of {@code instance}, itself among them. */
  List<Instance> beside(Instance instance) {
    return spots.getOrDefault(spot(instance), List.of());
  }

  /** A place, by ids where they are known. */
  private record Spot(String plugin, Optional<String> route, Optional<String> service) {}

  private Spot spot(Instance instance) {
    return new Spot(
        instance.plugin(),
        instance.route().map(name -> route(name).map(Entity::id).orElse(name)),
        instance.service().map(name -> service(name).map(Entity::id).orElse(name)));
  }

  private void lists(Node.Obj holder, ObjectKey from, NodePath at, Optional<Parent> parent) {
    for (var field : holder.fields().entrySet()) {
      if (field.getValue() instanceof Node.Arr list
          && (BACK.containsKey(field.getKey()) || LEAVES.contains(field.getKey()))) {
        for (int i = 0; i < list.items().size(); i++) {
          if (list.items().get(i) instanceof Node.Obj item) {
            element(field.getKey(), item, from, at.field(field.getKey()).index(i), parent);
          }
        }
      }
    }
  }

  /** The entity that another is written below. */
  private record Parent(String field, String id) {}

  private void element(
      String kind, Node.Obj item, ObjectKey from, NodePath index, Optional<Parent> parent) {
    Optional<String> id = item.field("id").flatMap(Entity::text).filter(text -> !text.isBlank());
    Optional<String> name =
        kind.equals(KongKinds.PLUGINS)
            ? Optional.empty()
            : item.field("name").flatMap(Entity::text).filter(text -> !text.isBlank());
    NodePath path = id.map(known -> parentOf(index).element("id", known)).orElse(index);
    String called = id.or(() -> name).orElse(path.toString());
    Node.Obj body = item;
    if (parent.isPresent()) {
      body = body.with(parent.get().field(), Node.text(parent.get().id()));
    }
    add(kind, called, body, from, path);
    String back = BACK.get(kind);
    if (back != null) {
      lists(item, from, path, Optional.of(new Parent(back, called)));
    }
  }

  private static NodePath parentOf(NodePath path) {
    return new NodePath(path.segments().subList(0, path.segments().size() - 1));
  }

  private void add(String kind, String id, Node.Obj body, ObjectKey from, NodePath path) {
    Content content = dialect.canonicalise(new ObjectKey(kind, id), new Content.Tree(body));
    Node.Obj canonical =
        content instanceof Content.Tree tree && tree.root() instanceof Node.Obj obj ? obj : body;
    var entity = new Entity(kind, id, canonical, from, path);
    switch (kind) {
      case KongKinds.ROUTES -> routes.add(entity);
      case KongKinds.SERVICES -> services.add(entity);
      case KongKinds.UPSTREAMS -> upstreams.add(entity);
      case KongKinds.PLUGINS -> instances.add(Instance.of(entity));
      case KongKinds.CA_CERTIFICATES -> certificates.add(entity);
      default -> {}
    }
  }
}
