package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.policy.TargetRef;
import java.util.List;
import java.util.Map;

/** Schemas that hold for one kind of target only. */
final class TargetConditions {

  private TargetConditions() {}

  static Node when(TargetRef.Kind kind, Node.Obj then) {
    var isKind =
        Node.obj(
            Map.of(
                "required", Node.arr(List.of(Node.text("kind"))),
                "properties",
                    Node.obj(
                        Map.of(
                            "kind",
                            Node.obj(Map.of("const", TargetRefShape.KIND.shape().write(kind)))))));
    return Node.obj(Map.of("if", isKind, "then", then));
  }
}
