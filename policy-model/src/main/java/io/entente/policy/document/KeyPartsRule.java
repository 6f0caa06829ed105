package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/**
 * A key has the parts of its type and none of another's.
 *
 * @param kty the type
 * @param parts which it must have
 * @param foreign which it cannot have
 */
record KeyPartsRule(String kty, List<String> parts, List<String> foreign) implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (values.find(JwkShape.KTY).filter(kty::equals).isEmpty()) {
      return;
    }
    for (String part : parts) {
      if (!values.written(part)) {
        NodePath at = path.field(part);
        findings.missing(at, at + " is missing", "Add it: a key of " + kty + " has one.");
      }
    }
    for (String part : foreign) {
      if (values.written(part)) {
        NodePath at = path.field(part);
        findings.add(
            Problem.user(
                "UNKNOWN_FIELD",
                at + " is no part of a key of " + kty,
                at.toString(),
                "Remove it, or change kty"));
      }
    }
  }

  @Override
  public Node.Obj schema() {
    Node type =
        Node.obj(
            Map.of(
                "required",
                names(List.of("kty")),
                "properties",
                Node.obj(Map.of("kty", Node.obj(Map.of("const", Node.text(kty)))))));
    Node any =
        Node.obj(
            Map.of(
                "anyOf",
                Node.arr(
                    foreign.stream()
                        .map(part -> Node.obj(Map.of("required", names(List.of(part)))))
                        .toList())));
    return Node.obj(
        Map.of("if", type, "then", Node.obj(Map.of("required", names(parts), "not", any))));
  }

  private static Node names(List<String> names) {
    return Node.arr(names.stream().map(Node::text).toList());
  }
}
