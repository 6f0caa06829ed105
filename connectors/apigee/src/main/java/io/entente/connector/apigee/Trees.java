package io.entente.connector.apigee;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.List;
import java.util.Optional;

/** Looks into trees. */
final class Trees {

  private Trees() {}

  static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  static Optional<String> text(Node node, String field) {
    return field(node, field).flatMap(Trees::text);
  }

  static Optional<Node> field(Node node, String name) {
    return node instanceof Node.Obj obj ? obj.field(name) : Optional.empty();
  }

  static List<Node> items(Optional<Node> node) {
    return node.isPresent() && node.get() instanceof Node.Arr list ? list.items() : List.of();
  }

  /** A whole number that fits. */
  static Optional<Integer> number(Node node, String field) {
    return field(node, field)
        .filter(value -> value instanceof Node.Value leaf && leaf.value() instanceof Scalar.Num)
        .map(value -> ((Scalar.Num) ((Node.Value) value).value()).value().intValue());
  }

  static boolean isTrue(Optional<Node> node) {
    return node.isPresent()
        && node.get() instanceof Node.Value value
        && value.value() instanceof Scalar.Bool bool
        && bool.value();
  }
}
