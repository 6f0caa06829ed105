package io.entente.connector.envoy;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.NodePath.Segment;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reading and replacing parts of a tree by path. Pure. */
final class Trees {

  private Trees() {}

  /** The part at {@code path}, if it is there. */
  static Optional<Node> get(Node root, NodePath path) {
    Optional<Node> at = Optional.of(root);
    for (Segment segment : path.segments()) {
      at = at.flatMap(node -> child(node, segment));
    }
    return at;
  }

  /**
   * A copy with {@code value} at {@code path}, or without that part when empty. Objects and lists
   * on the way are made when they are missing; a list element that is new goes last.
   */
  static Node put(Node root, NodePath path, Optional<Node> value) {
    return put(Optional.of(root), path.segments(), value).orElse(Node.obj());
  }

  private static Optional<Node> put(Optional<Node> at, List<Segment> rest, Optional<Node> value) {
    if (rest.isEmpty()) {
      return value;
    }
    Segment segment = rest.get(0);
    Optional<Node> child = at.flatMap(node -> child(node, segment));
    if (child.isEmpty() && value.isEmpty()) {
      return at;
    }
    Optional<Node> changed = put(child, rest.subList(1, rest.size()), value);
    if (segment instanceof Segment.Field field) {
      Node.Obj owner =
          at.filter(n -> n instanceof Node.Obj).map(n -> (Node.Obj) n).orElse(Node.obj());
      return Optional.of(
          changed.isPresent()
              ? owner.with(field.name(), changed.get())
              : owner.without(field.name()));
    }
    var items = new ArrayList<>(items(at));
    int position = position(items, segment);
    if (position < 0) {
      changed.ifPresent(items::add);
    } else if (changed.isPresent()) {
      items.set(position, changed.get());
    } else {
      items.remove(position);
    }
    return Optional.of(new Node.Arr(items));
  }

  private static Optional<Node> child(Node node, Segment segment) {
    if (segment instanceof Segment.Field field) {
      return node instanceof Node.Obj obj ? obj.field(field.name()) : Optional.empty();
    }
    List<Node> items = items(Optional.of(node));
    int position = position(items, segment);
    return position < 0 ? Optional.empty() : Optional.of(items.get(position));
  }

  private static List<Node> items(Optional<Node> node) {
    return node.filter(n -> n instanceof Node.Arr)
        .map(n -> ((Node.Arr) n).items())
        .orElse(List.of());
  }

  private static int position(List<Node> items, Segment segment) {
    if (segment instanceof Segment.Index index) {
      return index.position() < items.size() ? index.position() : -1;
    }
    if (segment instanceof Segment.Element element) {
      Node wanted = new Node.Value(new Scalar.Text(element.value()));
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Node.Obj obj
            && obj.field(element.field()).filter(wanted::equals).isPresent()) {
          return i;
        }
      }
    }
    return -1;
  }
}
