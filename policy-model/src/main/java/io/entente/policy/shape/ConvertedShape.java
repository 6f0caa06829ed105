package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Optional;
import java.util.function.Function;

/** A shape whose value is converted on the way in and out. */
record ConvertedShape<T, U>(Shape<T> inner, Function<T, U> parse, Function<U, T> print)
    implements Shape<U> {

  @Override
  public Optional<U> read(Node node, NodePath path, Findings findings) {
    Optional<T> raw = inner.read(node, path, findings);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(raw.get()));
    } catch (IllegalArgumentException e) {
      findings.refused(path, e);
      return Optional.empty();
    }
  }

  @Override
  public Node write(U value) {
    return inner.write(print.apply(value));
  }

  @Override
  public Node.Obj schema() {
    return inner.schema();
  }
}
