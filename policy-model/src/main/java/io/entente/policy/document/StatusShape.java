package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.ResponseCache;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.util.Map;
import java.util.Optional;

/** The status of an answer that can be kept. */
record StatusShape() implements Shape<Integer> {

  private static final Shape<Integer> NUMBER = WholeNumberShape.ints(200, 599);

  @Override
  public Optional<Integer> read(Node node, NodePath path, Findings findings) {
    Optional<Integer> status = NUMBER.read(node, path, findings);
    if (status.filter(ResponseCache.NEVER_KEPT::contains).isPresent()) {
      findings.invalid(
          path, node, "a status from 200 to 599 other than 206 and 304, which are never kept");
      return Optional.empty();
    }
    return status;
  }

  @Override
  public Node write(Integer value) {
    return NUMBER.write(value);
  }

  @Override
  public Node.Obj schema() {
    Node never =
        Node.arr(
            ResponseCache.NEVER_KEPT.stream()
                .sorted()
                .map(status -> (Node) Node.number(status))
                .toList());
    return NUMBER.schema().with("not", Node.obj(Map.of("enum", never)));
  }
}
