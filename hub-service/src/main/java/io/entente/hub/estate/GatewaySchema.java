package io.entente.hub.estate;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.document.DocumentShape;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Schema (2020-12) of Gateway documents: it accepts what {@link GatewayDocuments} accepts. */
public final class GatewaySchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private GatewaySchema() {}

  public static Node of() {
    return DocumentShape.of(List.of(GatewayDocumentHandler.KIND), new Spec())
        .schema()
        .with("$schema", Node.text(DIALECT))
        .with("title", Node.text("Gateway"));
  }

  /** The part that the reader reads by itself. */
  private record Spec() implements Shape<Node> {

    @Override
    public Optional<Node> read(Node node, NodePath path, Findings findings) {
      return Optional.of(node);
    }

    @Override
    public Node write(Node value) {
      return value;
    }

    @Override
    public Node.Obj schema() {
      return Node.obj(
          Map.of(
              "type", Node.text("object"),
              "additionalProperties", Node.bool(false),
              "required", texts("vendor"),
              "properties",
                  Node.obj(
                      Map.of(
                          "vendor", described(choice("envoy", "kong", "apigee"), "Who makes it."),
                          "writes",
                              described(
                                      choice("observeOnly", "managed"),
                                      "Whether approved plans may be applied to it.")
                                  .with("default", Node.text("observeOnly")),
                          "connection",
                              described(Node.obj(), "How it is reached; of Kong and Apigee."),
                          "listener",
                              described(
                                  Node.obj(), "Where the data plane is to listen; of Envoy."))),
              "allOf",
                  Node.arr(
                      List.of(
                          when("kong", GatewayConnections.kong(), "listener"),
                          when("apigee", GatewayConnections.apigee(), "listener"),
                          envoy()))));
    }
  }

  private static Node when(String vendor, Node connection, String without) {
    return Node.obj(
        Map.of(
            "if",
            is("vendor", vendor),
            "then",
            Node.obj(
                Map.of(
                    "required", texts("connection"),
                    "properties",
                        Node.obj(Map.of("connection", connection, without, Node.bool(false)))))));
  }

  private static Node envoy() {
    return Node.obj(
        Map.of(
            "if",
            is("vendor", "envoy"),
            "then",
            Node.obj(
                Map.of(
                    "properties",
                        Node.obj(
                            Map.of(
                                "connection", Node.bool(false),
                                "listener", GatewayConnections.listener())),
                    "allOf",
                        Node.arr(
                            List.of(
                                Node.obj(
                                    Map.of(
                                        "if", is("writes", "managed"),
                                        "then",
                                            Node.obj(Map.of("required", texts("listener")))))))))));
  }

  private static Node is(String field, String value) {
    return Node.obj(
        Map.of(
            "required", texts(field),
            "properties", Node.obj(Map.of(field, Node.obj(Map.of("const", Node.text(value)))))));
  }

  static Node.Obj described(Node.Obj schema, String doc) {
    return schema.with("description", Node.text(doc));
  }

  static Node texts(String... texts) {
    return Node.arr(List.of(texts).stream().map(Node::text).toList());
  }

  private static Node.Obj choice(String... words) {
    return Node.obj(Map.of("enum", texts(words)));
  }
}
