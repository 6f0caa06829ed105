package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.ApiKey.In;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** Where a key is in a header, its name is that of a header. */
record KeyHeaderRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    values
        .find(ApiKeyShape.NAME)
        .filter(name -> values.find(ApiKeyShape.IN).filter(In.HEADER::equals).isPresent())
        .filter(name -> !NameShapes.EDITABLE_HEADER.accepts(name))
        .ifPresent(
            name ->
                findings.invalid(
                    path.field("name"), Node.text(name), NameShapes.EDITABLE_HEADER.valid()));
  }

  @Override
  public Node.Obj schema() {
    Node query = Node.obj(Map.of("const", ApiKeyShape.IN.shape().write(In.QUERY)));
    return Node.obj(
        Map.of(
            "if",
            Node.obj(
                Map.of(
                    "required", Node.arr(List.of(Node.text("in"))),
                    "properties", Node.obj(Map.of("in", query)))),
            "else",
            Node.obj(
                Map.of(
                    "properties", Node.obj(Map.of("name", NameShapes.EDITABLE_HEADER.schema()))))));
  }
}
