package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.Cors;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** Where every origin is allowed, no other is named and credentials stay at home. */
record AnyOriginRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    List<String> origins = values.find(CorsShape.ALLOW_ORIGINS).orElse(List.of());
    if (!origins.contains(Cors.ANY_ORIGIN)) {
      return;
    }
    if (origins.size() > 1) {
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              path.field("allowOrigins") + " has * beside other origins",
              path.field("allowOrigins").toString(),
              String.join(", ", origins),
              "Write * alone, which allows every origin, or only the origins you mean."));
    }
    if (values.find(CorsShape.ALLOW_CREDENTIALS).orElse(false)) {
      findings.add(
          Problem.user(
              "CREDENTIALS_FOR_EVERY_ORIGIN",
              path.field("allowCredentials")
                  + " with every origin would hand every page on the web the caller's session;"
                  + " browsers refuse it",
              path.field("allowCredentials").toString(),
              "true",
              "Name the origins in allowOrigins, or leave allowCredentials out."));
    }
  }

  @Override
  public String says() {
    return "* in allowOrigins stands alone, and not beside allowCredentials: true.";
  }

  @Override
  public Node.Obj schema() {
    Node any = Node.obj(Map.of("contains", Node.obj(Map.of("const", Node.text("*")))));
    return Node.obj(
        Map.of(
            "if",
            Node.obj(
                Map.of(
                    "required", Node.arr(List.of(Node.text("allowOrigins"))),
                    "properties", Node.obj(Map.of("allowOrigins", any)))),
            "then",
            Node.obj(
                Map.of(
                    "properties",
                    Node.obj(
                        Map.of(
                            "allowOrigins", Node.obj(Map.of("maxItems", Node.number(1))),
                            "allowCredentials", Node.obj(Map.of("const", Node.bool(false)))))))));
  }
}
