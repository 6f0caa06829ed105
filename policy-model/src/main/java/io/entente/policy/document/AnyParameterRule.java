package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.ResponseCache;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** Where every parameter counts, no other is named. */
record AnyParameterRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    List<String> names = values.find(ResponseCacheShape.VARY_QUERY).orElse(List.of());
    if (names.contains(ResponseCache.ANY_PARAMETER) && names.size() > 1) {
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              path.field("varyQuery") + " has * beside other parameters",
              path.field("varyQuery").toString(),
              String.join(", ", names),
              "Write * alone, which is every parameter, or only the parameters you mean."));
    }
  }

  @Override
  public String says() {
    return "* in varyQuery stands alone.";
  }

  @Override
  public Node.Obj schema() {
    Node any = Node.obj(Map.of("contains", Node.obj(Map.of("const", Node.text("*")))));
    return Node.obj(
        Map.of(
            "if",
            Node.obj(
                Map.of(
                    "required", Node.arr(List.of(Node.text("varyQuery"))),
                    "properties", Node.obj(Map.of("varyQuery", any)))),
            "then",
            Node.obj(
                Map.of(
                    "properties",
                    Node.obj(Map.of("varyQuery", Node.obj(Map.of("maxItems", Node.number(1)))))))));
  }
}
