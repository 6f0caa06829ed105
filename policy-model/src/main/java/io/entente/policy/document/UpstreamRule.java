package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** Where Entente makes an API, it must know where requests go. */
record UpstreamRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    boolean made = !values.find(ApiSpecShape.GATEWAYS).orElse(List.of()).isEmpty();
    if (made && !values.written("upstream")) {
      NodePath at = path.field("upstream");
      findings.missing(at, at + " is missing", "Add it: where requests go.");
    }
  }

  @Override
  public String says() {
    return "An API with gateways has an upstream.";
  }

  @Override
  public Node.Obj schema() {
    Node made =
        Node.obj(
            Map.of(
                "required",
                Node.arr(List.of(Node.text("gateways"))),
                "properties",
                Node.obj(Map.of("gateways", Node.obj(Map.of("minItems", Node.number(1)))))));
    Node then = Node.obj(Map.of("required", Node.arr(List.of(Node.text("upstream")))));
    return Node.obj(Map.of("if", made, "then", then));
  }
}
