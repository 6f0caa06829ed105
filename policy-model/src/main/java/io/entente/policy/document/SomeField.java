package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/**
 * At least one of some optional fields is written.
 *
 * @param fields which
 */
record SomeField(List<Field<?>> fields) implements Rule {

  SomeField {
    fields = List.copyOf(fields);
  }

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (fields.stream().noneMatch(field -> values.written(field.name()))) {
      findings.missing(path, path + " says nothing", "Write at least one of " + names());
    }
  }

  @Override
  public String says() {
    return "At least one of " + names() + " is written.";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "anyOf",
            Node.arr(
                fields.stream()
                    .map(f -> Node.obj(Map.of("required", Node.arr(List.of(Node.text(f.name()))))))
                    .toList())));
  }

  private String names() {
    return String.join(", ", fields.stream().map(Field::name).toList());
  }
}
