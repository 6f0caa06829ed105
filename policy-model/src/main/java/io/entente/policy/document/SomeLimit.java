package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/**
 * At least one of some limits is written.
 *
 * @param fields the names
 */
record SomeLimit(List<String> fields) implements Rule {

  SomeLimit {
    fields = List.copyOf(fields);
  }

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (fields.stream().noneMatch(values::written)) {
      findings.missing(path, path + " has no limit", "Add " + String.join(" or ", fields));
    }
  }

  @Override
  public String says() {
    return "At least one of " + String.join(", ", fields) + " is written.";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "anyOf",
            Node.arr(
                fields.stream()
                    .map(f -> Node.obj(Map.of("required", Node.arr(List.of(Node.text(f))))))
                    .toList())));
  }
}
