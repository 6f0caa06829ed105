package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** Nobody is allowed and denied by the same name; more than JSON Schema can say. */
record CallersApartRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    Callers allow = values.find(ConsumerAccessShape.ALLOW).orElse(Callers.NOBODY);
    Callers deny = values.find(ConsumerAccessShape.DENY).orElse(Callers.NOBODY);
    NodePath at = path.field("deny");
    apart(allow.consumers(), deny.consumers(), at.field("consumers"), findings);
    apart(allow.groups(), deny.groups(), at.field("groups"), findings);
  }

  private static void apart(
      List<String> allow, List<String> deny, NodePath path, Findings findings) {
    for (int i = 0; i < deny.size(); i++) {
      if (allow.contains(deny.get(i))) {
        NodePath at = path.index(i);
        findings.add(
            Problem.user(
                "DUPLICATE_VALUE",
                at + " is allowed too",
                at.toString(),
                deny.get(i),
                "Leave it in allow or in deny"));
      }
    }
  }

  @Override
  public String says() {
    return "No name of allow is in the same list of deny.";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(Map.of("x-apart", Node.text("allow.*[]: deny.*[]")));
  }
}
