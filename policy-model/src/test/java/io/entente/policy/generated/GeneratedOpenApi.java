package io.entente.policy.generated;

import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rules with a small OpenAPI document. */
final class GeneratedOpenApi {

  private GeneratedOpenApi() {}

  static OpenApiValidation any(Random random) {
    Node parameter =
        Node.obj(
            Map.of(
                "name", Node.text("id"),
                "in", Node.text("path"),
                "schema", Node.obj(Map.of("$ref", Node.text("#/components/schemas/Id")))));
    var document =
        Node.obj(
            Map.of(
                "openapi", Node.text(random.nextBoolean() ? "3.0.3" : "3.1.0"),
                "paths",
                    Node.obj(
                        Map.of(
                            "/a/{id}",
                            Node.obj(
                                Map.of(
                                    "get",
                                    Node.obj(),
                                    "parameters",
                                    Node.arr(List.of(parameter)))))),
                "components",
                    Node.obj(
                        Map.of(
                            "schemas",
                            Node.obj(
                                Map.of(
                                    "Id",
                                    Node.obj(
                                        Map.of(
                                            "type", Node.text("integer"),
                                            "maximum", Node.number(random.nextInt(9))))))))));
    return new OpenApiValidation(
        document,
        random.nextBoolean() ? "" : "/v1/shop",
        random.nextBoolean() ? List.of(Part.BODY, Part.PARAMETERS) : List.of(Part.PARAMETERS),
        Unknown.values()[random.nextInt(2)],
        Unknown.values()[random.nextInt(2)]);
  }
}
