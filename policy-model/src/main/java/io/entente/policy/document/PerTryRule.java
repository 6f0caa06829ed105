package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.Retry.On;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** The time of an attempt makes sense only where its end sends the request again. */
record PerTryRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (values.written("perTryTimeout")
        && values.find(RetryShape.ON).filter(on -> !on.contains(On.RESET)).isPresent()) {
      NodePath at = path.field("perTryTimeout");
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              at + " needs reset in on: an attempt whose time is over is one",
              at.toString(),
              "Add reset to on, or leave perTryTimeout out"));
    }
  }

  @Override
  public String says() {
    return "perTryTimeout is written only where on has reset.";
  }

  @Override
  public Node.Obj schema() {
    Node reset = Node.obj(Map.of("contains", Node.obj(Map.of("const", Node.text("reset")))));
    return Node.obj(
        Map.of(
            "if",
            Node.obj(Map.of("required", Node.arr(List.of(Node.text("perTryTimeout"))))),
            "then",
            Node.obj(
                Map.of(
                    "required",
                    Node.arr(List.of(Node.text("on"))),
                    "properties",
                    Node.obj(Map.of("on", reset))))));
  }
}
