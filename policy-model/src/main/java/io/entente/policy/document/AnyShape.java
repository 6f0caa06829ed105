package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import java.util.Optional;

/** Anything at all: a part that is left for another reader. */
record AnyShape() implements Shape<Node> {

  @Override
  public Optional<Node> read(Node node, NodePath path, Findings findings) {
    return Optional.of(node);
  }

  @Override
  public Node write(Node value) {
    return value;
  }

  @Override
  public Node.Obj schema() {
    return Node.obj();
  }
}
