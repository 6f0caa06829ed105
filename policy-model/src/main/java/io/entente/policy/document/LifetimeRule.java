package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** Only a token that must expire has a longest life. */
record LifetimeRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (values.written("maxLifetime")
        && values.find(JwtShape.REQUIRE_EXPIRATION).filter(required -> !required).isPresent()) {
      NodePath at = path.field("requireExpiration");
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              at + " cannot be false beside maxLifetime: a token without end has no length of life",
              at.toString(),
              "false",
              "Leave out one of the two"));
    }
  }

  @Override
  public Node.Obj schema() {
    Node must = Node.obj(Map.of("requireExpiration", Node.obj(Map.of("const", Node.bool(true)))));
    return Node.obj(
        Map.of(
            "if",
            Node.obj(Map.of("required", Node.arr(List.of(Node.text("maxLifetime"))))),
            "then",
            Node.obj(Map.of("properties", must))));
  }
}
