package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.ResponseCache;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/**
 * Where every parameter is meant, no other is named.
 *
 * @param name of the field
 * @param field the list
 */
record AnyParameterRule(String name, Field<List<String>> field) implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    List<String> names = values.find(field).orElse(List.of());
    if (names.contains(ResponseCache.ANY_PARAMETER) && names.size() > 1) {
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              path.field(name) + " has * beside other parameters",
              path.field(name).toString(),
              String.join(", ", names),
              "Write * alone, which is every parameter, or only the parameters you mean."));
    }
  }

  @Override
  public String says() {
    return "* in " + name + " stands alone.";
  }

  @Override
  public Node.Obj schema() {
    Node any = Node.obj(Map.of("contains", Node.obj(Map.of("const", Node.text("*")))));
    return Node.obj(
        Map.of(
            "if",
            Node.obj(
                Map.of(
                    "required", Node.arr(List.of(Node.text(name))),
                    "properties", Node.obj(Map.of(name, any)))),
            "then",
            Node.obj(
                Map.of(
                    "properties",
                    Node.obj(Map.of(name, Node.obj(Map.of("maxItems", Node.number(1)))))))));
  }
}
