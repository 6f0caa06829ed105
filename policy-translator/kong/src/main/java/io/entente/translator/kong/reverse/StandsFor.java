package io.entente.translator.kong.reverse;

import io.entente.model.claim.FileTree;
import io.entente.model.claim.TreeLookup;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.kong.KongNames;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.InPlace;
import io.entente.translator.reverse.ReverseRequest;
import java.util.Optional;

/**
 * The instance of ours that another stands for: Kong has one place for each plugin on a route, so
 * it is the one we would make there.
 */
final class StandsFor {

  private StandsFor() {}

  static InPlace ours(ReverseRequest request, FoundPolicy found) {
    boolean document = found.from().kind().equals(KongKinds.DECLARATIVE);
    NodePath path = NodePath.parse(found.path());
    if (document && !element(path)) {
      return new InPlace.Cannot(
          "It is written in the document without an id, or below what it is for.");
    }
    Optional<Node> instance =
        Optional.ofNullable(request.observed().get(found.from()))
            .flatMap(object -> at(object, path));
    Optional<String> plugin = instance.flatMap(node -> text(node, "name"));
    Optional<String> route = instance.flatMap(StandsFor::route).filter(id -> !id.isBlank());
    if (plugin.isEmpty() || route.filter(id -> exists(request, found.from(), id)).isEmpty()) {
      return new InPlace.Cannot("It is not bound to one route by the route's id.");
    }
    String id = KongNames.id(request.gateway(), route.get(), plugin.get());
    return new InPlace.Stands(
        new NativePlace(found.from(), path),
        document
            ? new NativePlace(found.from(), NodePath.of(KongKinds.PLUGINS).element("id", id))
            : NativePlace.of(new ObjectKey(KongKinds.PLUGINS, id)));
  }

  private static boolean element(NodePath path) {
    return path.segments().size() == 2
        && path.startsWith(NodePath.of(KongKinds.PLUGINS))
        && path.segments().get(1) instanceof NodePath.Segment.Element;
  }

  private static boolean exists(ReverseRequest request, ObjectKey from, String route) {
    return from.kind().equals(KongKinds.DECLARATIVE)
        ? Optional.ofNullable(request.observed().get(from))
            .flatMap(o -> at(o, NodePath.of(KongKinds.ROUTES).element("id", route)))
            .isPresent()
        : request.observed().containsKey(new ObjectKey(KongKinds.ROUTES, route));
  }

  private static Optional<Node> at(NativeObject object, NodePath path) {
    return TreeLookup.find(FileTree.root(object.content()), path);
  }

  /** {@code {id: ...}} of an entity, the bare id of a declarative document. */
  private static Optional<String> route(Node instance) {
    return instance instanceof Node.Obj obj
        ? obj.field("route")
            .flatMap(node -> node instanceof Node.Obj ref ? text(ref, "id") : Entity.text(node))
        : Optional.empty();
  }

  private static Optional<String> text(Node node, String field) {
    return node instanceof Node.Obj obj ? obj.field(field).flatMap(Entity::text) : Optional.empty();
  }
}
