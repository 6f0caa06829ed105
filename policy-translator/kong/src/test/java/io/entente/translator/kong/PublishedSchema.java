package io.entente.translator.kong;

import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node of the enterprise edition would tell of its plugins, written as a node writes it: the
 * schemas that Kong publishes of 3.15, and for all else those of the recorded one.
 */
final class PublishedSchema {

  private static final VendorSchema ALL = all();

  private PublishedSchema() {}

  static VendorSchema schema() {
    return ALL;
  }

  /** By name, as a profile names them. */
  static List<String> plugins() {
    return ALL.documents().keySet().stream()
        .filter(name -> name.startsWith("plugins/"))
        .map(name -> name.replace("plugins/", ""))
        .toList();
  }

  private static VendorSchema all() {
    var documents = new TreeMap<>(Recorded.schema().documents());
    for (String plugin : EnterpriseJudge.plugins()) {
      Node config = field(EnterpriseJudge.published(plugin), true);
      documents.put(
          "plugins/" + plugin,
          Node.obj(Map.of("fields", Node.arr(List.of(Node.obj(Map.of("config", config)))))));
    }
    return new VendorSchema(documents);
  }

  private static Node.Obj field(Node.Obj schema, boolean required) {
    Node.Obj field =
        Node.obj(Map.of("type", Node.text(type(schema)), "required", Node.bool(required)));
    if (schema.field("default").isPresent()) {
      field = field.with("default", Recorded.field(schema, "default"));
    }
    if (schema.field("items").isPresent()) {
      field = field.with("elements", field((Node.Obj) Recorded.field(schema, "items"), true));
    }
    if (schema.field("additionalProperties").orElse(Node.nothing()) instanceof Node.Obj values) {
      field = field.with("values", field(values, true));
    }
    return schema.field("properties").orElse(Node.nothing()) instanceof Node.Obj properties
        ? field.with("fields", fields(schema, properties))
        : field;
  }

  private static Node.Arr fields(Node.Obj schema, Node.Obj properties) {
    List<Node> required =
        schema.field("required").orElse(Node.nothing()) instanceof Node.Arr names
            ? names.items()
            : List.of();
    var fields = new ArrayList<Node>();
    properties
        .fields()
        .forEach(
            (name, each) ->
                fields.add(
                    Node.obj(
                        Map.of(name, field((Node.Obj) each, required.contains(Node.text(name)))))));
    return Node.arr(fields);
  }

  private static String type(Node.Obj schema) {
    String type = Recorded.text(Recorded.field(schema, "type"));
    return type.equals("object") ? schema.field("properties").isPresent() ? "record" : "map" : type;
  }
}
