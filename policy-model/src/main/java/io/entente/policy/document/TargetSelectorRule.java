package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.TargetRef;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** A target has a name or a selector, and a selector only where there are labels to match. */
record TargetSelectorRule() implements Rule {

  private static final List<TargetRef.Kind> WITHOUT_LABELS =
      List.of(TargetRef.Kind.TENANT, TargetRef.Kind.ENVIRONMENT);

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    if (values.written("name") && values.written("selector")) {
      findings.add(
          Problem.user(
              "TOO_MANY_FIELDS",
              path + " has both a name and a selector",
              path.toString(),
              "name, selector",
              "Keep one of them"));
      return;
    }
    var kind = values.find(TargetRefShape.KIND).filter(WITHOUT_LABELS::contains);
    var selector = values.find(TargetRefShape.SELECTOR).filter(s -> !s.values().isEmpty());
    if (kind.isPresent() && selector.isPresent()) {
      NodePath at = path.field("selector");
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              at + " can match nothing: this kind of target has no labels",
              at.toString(),
              selector.get().values().toString(),
              "Use name, or leave both out to mean all of the kind"));
    }
  }

  @Override
  public String says() {
    return "name and selector exclude each other; a Tenant or Environment has no labels to select.";
  }

  @Override
  public Node.Obj schema() {
    var both = Node.arr(List.of(Node.text("name"), Node.text("selector")));
    return Node.obj(
        Map.of(
            "not", Node.obj(Map.of("required", both)),
            "allOf",
                Node.arr(
                    WITHOUT_LABELS.stream()
                        .map(kind -> TargetConditions.when(kind, emptySelector()))
                        .toList())));
  }

  private static Node.Obj emptySelector() {
    return Node.obj(
        Map.of(
            "properties",
            Node.obj(Map.of("selector", Node.obj(Map.of("maxProperties", Node.number(0)))))));
  }
}
