package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.TargetRef;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names of callers; their order means nothing. */
record ConsumersShape() implements Shape<SortedSet<String>> {

  private static final ListShape<String> NAMES =
      ListShape.distinct(
          TextShape.of(
              "the name of a consumer: text of 1 to 253 characters, not all of them spaces",
              "[^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f][^\\x00-\\x1f\\x7f]*",
              253),
          1);

  @Override
  public Optional<SortedSet<String>> read(Node node, NodePath path, Findings findings) {
    Optional<List<String>> names = NAMES.read(node, path, findings);
    if (names.filter(list -> list.size() > TargetRef.MOST_CONSUMERS).isPresent()) {
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              path + " names " + names.get().size() + " consumers",
              path.toString(),
              "Name at most "
                  + TargetRef.MOST_CONSUMERS
                  + " and add another target for the others"));
      return Optional.empty();
    }
    return names.map(TreeSet::new);
  }

  @Override
  public Node write(SortedSet<String> value) {
    return NAMES.write(List.copyOf(value));
  }

  @Override
  public Node.Obj schema() {
    return NAMES.schema().with("maxItems", Node.number(TargetRef.MOST_CONSUMERS));
  }
}
