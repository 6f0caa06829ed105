package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.CallerKinds;
import io.entente.policy.TargetRef;
import io.entente.policy.document.KindShapes.KindShape;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Only a kind that acts once it is known who calls can be for some consumers. */
record CallerKindRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    List<TargetRef> targets = values.find(PolicySpecShape.TARGETS).orElse(List.of());
    refused()
        .filter(kind -> values.written(kind.field().name()))
        .findFirst()
        .ifPresent(
            kind -> {
              for (int i = 0; i < targets.size(); i++) {
                if (targets.get(i).narrowed()) {
                  NodePath at = path.field("targetRefs").index(i).field("consumers");
                  findings.add(refused(kind, at, targets.get(i)));
                }
              }
            });
  }

  private static Problem refused(KindShape<?> kind, NodePath at, TargetRef target) {
    return Problem.user(
        "NOT_FOR_SOME_CONSUMERS",
        "%s cannot be for some consumers only: %s"
            .formatted(kind.field().name(), CallerKinds.refused(kind.type()).orElseThrow()),
        at.toString(),
        String.join(", ", target.consumers()),
        "Take consumers out of the target, or use a kind that acts once it is known who calls");
  }

  private static Stream<KindShape<?>> refused() {
    return KindShapes.ALL.stream().filter(kind -> CallerKinds.refused(kind.type()).isPresent());
  }

  @Override
  public String says() {
    return "Targets with consumers are for kinds that act once it is known who calls.";
  }

  @Override
  public Node.Obj schema() {
    Node consumers = Node.arr(List.of(Node.text("consumers")));
    Node none =
        Node.obj(
            Map.of(
                "properties",
                Node.obj(
                    Map.of(
                        "targetRefs",
                        Node.obj(
                            Map.of(
                                "items",
                                Node.obj(
                                    Map.of("not", Node.obj(Map.of("required", consumers))))))))));
    return Node.obj(
        Map.of(
            "allOf",
            Node.arr(
                refused()
                    .<Node>map(
                        kind ->
                            Node.obj(
                                Map.of(
                                    "if",
                                    Node.obj(
                                        Map.of(
                                            "required",
                                            Node.arr(List.of(Node.text(kind.field().name()))))),
                                    "then",
                                    none)))
                    .toList())));
  }
}
