package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody is allowed or denied. */
record SomeCallerRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (values.find(ConsumerAccessShape.ALLOW).filter(Callers::isNobody).isPresent()
        && values.find(ConsumerAccessShape.DENY).filter(Callers::isNobody).isPresent()) {
      findings.missing(
          path,
          path + " allows nobody and denies nobody",
          "Add at least one name to consumers or groups of allow or deny");
    }
  }

  @Override
  public String says() {
    return "At least one name is in consumers or groups of allow or deny.";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "anyOf",
            Node.arr(
                Stream.of("allow", "deny")
                    .flatMap(side -> Stream.of("consumers", "groups").map(list -> some(side, list)))
                    .toList())));
  }

  private static Node some(String side, String list) {
    return with(side, with(list, Node.obj(Map.of("minItems", Node.number(1)))));
  }

  private static Node with(String field, Node value) {
    return Node.obj(
        Map.of(
            "required", Node.arr(List.of(Node.text(field))),
            "properties", Node.obj(Map.of(field, value))));
  }
}
