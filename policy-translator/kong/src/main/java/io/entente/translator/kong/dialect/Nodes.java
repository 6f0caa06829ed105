package io.entente.translator.kong.dialect;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.Optional;

/** Looks at one node of a document. */
final class Nodes {

  private Nodes() {}

  static boolean isNull(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Null;
  }

  static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  static Optional<Node.Arr> list(Node node) {
    return node instanceof Node.Arr arr ? Optional.of(arr) : Optional.empty();
  }
}
