package io.entente.model.claim;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.NodePath.Segment;
import java.util.Optional;

/** Finds what lies at a path. */
public final class TreeLookup {

  private TreeLookup() {}

  /**
   * What lies at {@code path}. Where several elements share the key that the path ends in, all of
   * them as a list: a twin of our element is not silently passed over.
   */
  public static Optional<Node> find(Node root, NodePath path) {
    Node at = root;
    for (int i = 0; i < path.segments().size(); i++) {
      boolean last = i == path.segments().size() - 1;
      var next = step(at, path.segments().get(i), last);
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  /** True when some element key of {@code path} is shared by several elements. */
  public static boolean ambiguous(Node root, NodePath path) {
    Node at = root;
    for (Segment segment : path.segments()) {
      if (at instanceof Node.Arr list
          && segment instanceof Segment.Element element
          && Elements.positions(list, element.field(), element.value()).size() > 1) {
        return true;
      }
      var next = step(at, segment, false);
      if (next.isEmpty()) {
        return false;
      }
      at = next.get();
    }
    return false;
  }

  public static Optional<Node> step(Node at, Segment segment, boolean all) {
    if (at instanceof Node.Obj obj && segment instanceof Segment.Field field) {
      return obj.field(field.name());
    }
    if (at instanceof Node.Arr list && segment instanceof Segment.Index index) {
      return index.position() < list.items().size()
          ? Optional.of(list.items().get(index.position()))
          : Optional.empty();
    }
    if (at instanceof Node.Arr list && segment instanceof Segment.Element element) {
      var found = Elements.positions(list, element.field(), element.value());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      return found.size() > 1 && all
          ? Optional.of(new Node.Arr(found.stream().map(p -> list.items().get(p)).toList()))
          : Optional.of(list.items().get(found.get(0)));
    }
    return Optional.empty();
  }
}
