package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.Map;
import java.util.Optional;

/** True or false. */
public record BooleanShape() implements Shape<Boolean> {

  @Override
  public Optional<Boolean> read(Node node, NodePath path, Findings findings) {
    if (node instanceof Node.Value value && value.value() instanceof Scalar.Bool bool) {
      return Optional.of(bool.value());
    }
    findings.wrongType(path, node, "true or false");
    return Optional.empty();
  }

  @Override
  public Node write(Boolean value) {
    return Node.bool(value);
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(Map.of("type", Node.text("boolean")));
  }
}
