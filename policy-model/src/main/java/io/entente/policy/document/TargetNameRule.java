package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.TargetRef;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** The name of a target has the form that names of its kind have. */
record TargetNameRule() implements Rule {

  // the name of an environment is the value of a label
  private static final TextShape ENVIRONMENT =
      TextShape.of(
          "the name of an environment: text of 1 to 253 characters", "[^\\x00-\\x1f\\x7f]+", 253);

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    var name = values.find(TargetRefShape.NAME);
    var kind = values.find(TargetRefShape.KIND);
    if (name.isPresent() && kind.isPresent()) {
      TextShape form = form(kind.get());
      if (!form.accepts(name.get())) {
        findings.invalid(path.field("name"), Node.text(name.get()), form.valid());
      }
    }
  }

  private static TextShape form(TargetRef.Kind kind) {
    return switch (kind) {
      case ROUTE -> NameShapes.ROUTE;
      case ENVIRONMENT -> ENVIRONMENT;
      case TENANT, GATEWAY, API -> NameShapes.NAME;
    };
  }

  @Override
  public String says() {
    return "The name has the form that names of its kind have: api/route for a Route.";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "allOf",
            Node.arr(
                List.of(
                    when(TargetRef.Kind.ROUTE),
                    when(TargetRef.Kind.ENVIRONMENT),
                    when(TargetRef.Kind.TENANT),
                    when(TargetRef.Kind.GATEWAY),
                    when(TargetRef.Kind.API)))));
  }

  private static Node when(TargetRef.Kind kind) {
    return TargetConditions.when(
        kind, Node.obj(Map.of("properties", Node.obj(Map.of("name", form(kind).schema())))));
  }
}
