package io.entente.cli.offline;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.List;
import java.util.Optional;

/** Looks into trees that may hold anything. */
final class Trees {

  private Trees() {}

  static Optional<Node> field(Node node, String name) {
    return node instanceof Node.Obj object ? object.field(name) : Optional.empty();
  }

  static Optional<String> text(Node node) {
    return node instanceof Node.Value leaf && leaf.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  static Optional<String> text(Node node, String name) {
    return field(node, name).flatMap(Trees::text);
  }

  /** The objects of a list; what is no object is left out, and no list is empty. */
  static List<Node.Obj> objects(Node node, String name) {
    return field(node, name).map(Trees::items).orElse(List.of()).stream()
        .filter(Node.Obj.class::isInstance)
        .map(Node.Obj.class::cast)
        .toList();
  }

  static List<Node> items(Node node) {
    return node instanceof Node.Arr list ? list.items() : List.of();
  }

  /** The tree of an object that translation made as one. */
  static Node.Obj root(NativeObject object) {
    if (object.content() instanceof Content.Tree tree && tree.root() instanceof Node.Obj root) {
      return root;
    }
    throw new IllegalArgumentException("object " + object.key() + " is not a tree of fields");
  }
}
