package io.entente.translator.testkit;

import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Policies with small OpenAPI documents, and the same with another value of one field. */
public final class RandomOpenApi {

  private RandomOpenApi() {}

  public static OpenApiValidation any(Random random) {
    boolean below = random.nextBoolean();
    return new OpenApiValidation(
        document(random, below ? "/orders" : "/v1/orders"),
        below ? "/v1" : "",
        List.of(
                List.of(Part.PARAMETERS, Part.BODY),
                List.of(Part.BODY, Part.PARAMETERS),
                List.of(Part.PARAMETERS),
                List.of(Part.BODY))
            .get(Math.max(0, random.nextInt(6) - 2)),
        random.nextBoolean() ? Unknown.PASS : Unknown.DENY,
        random.nextInt(5) == 0 ? Unknown.PASS : Unknown.DENY);
  }

  public static OpenApiValidation changed(OpenApiValidation rule, String field) {
    return new OpenApiValidation(
        field.equals("document")
            ? rule.document().with("x-changed", Node.text("größer"))
            : rule.document(),
        field.equals("basePath") ? rule.basePath() + "/other" : rule.basePath(),
        field.startsWith("request") ? other(rule.request(), field) : rule.request(),
        field.equals("unknownParameters")
            ? other(rule.unknownParameters())
            : rule.unknownParameters(),
        field.equals("unknownPaths") ? other(rule.unknownPaths()) : rule.unknownPaths());
  }

  private static List<Part> other(List<Part> parts, String field) {
    Part replaced = parts.get(field.endsWith("[0]") ? 0 : 1);
    return List.of(replaced == Part.BODY ? Part.PARAMETERS : Part.BODY);
  }

  private static Unknown other(Unknown unknown) {
    return unknown == Unknown.PASS ? Unknown.DENY : Unknown.PASS;
  }

  private static Node.Obj document(Random random, String path) {
    Node id =
        Node.obj(
            Map.of(
                "name", Node.text("id"),
                "in", Node.text("path"),
                "required", Node.bool(true),
                "schema", Node.obj(Map.of("type", Node.text("integer")))));
    Node body =
        Node.obj(
            Map.of(
                "content",
                Node.obj(
                    Map.of(
                        random.nextInt(6) == 0 ? "application/v.a+json" : "application/json",
                        Node.obj(
                            Map.of(
                                "schema",
                                Node.obj(
                                    Map.of(
                                        "type",
                                        Node.text("array"),
                                        "maxItems",
                                        Node.number(random.nextInt(9))))))))));
    return Node.obj(
        Map.of(
            "openapi",
            Node.text(random.nextInt(6) == 0 ? "3.1.0" : "3.0.3"),
            "paths",
            Node.obj(
                Map.of(
                    path,
                    Node.obj(Map.of("put", Node.obj(Map.of("requestBody", body)))),
                    path + "/{id}",
                    Node.obj(Map.of("parameters", Node.arr(List.of(id)), "get", Node.obj()))))));
  }
}
