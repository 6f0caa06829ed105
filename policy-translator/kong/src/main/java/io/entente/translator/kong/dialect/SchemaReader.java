package io.entente.translator.kong.dialect;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.kong.dialect.Shape.Field;
import io.entente.translator.kong.dialect.Shape.Former;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads the answers of {@code GET /schemas/...}. A part it does not understand is Plain. */
final class SchemaReader {

  private static final Shape PLAIN = new Shape.Plain();

  private SchemaReader() {}

  /** The record of an entity or plugin; {@code document} has its {@code fields}. */
  static Shape.Rec entity(Node document) {
    return rec(document);
  }

  private static Shape.Rec rec(Node schema) {
    var fields = new TreeMap<String, Field>();
    each(schema, "fields", (name, field) -> fields.put(name, field(field)));
    var formers = new ArrayList<Former>();
    each(schema, "shorthand_fields", (name, field) -> former(name, field).ifPresent(formers::add));
    return new Shape.Rec(fields, formers);
  }

  private static Field field(Node schema) {
    Shape shape = shape(schema);
    Optional<Node> fallback = at(schema, "default").filter(node -> !Nodes.isNull(node));
    if (fallback.isEmpty() && shape instanceof Shape.Rec && truth(schema, "required")) {
      fallback = Optional.of(Node.obj());
    }
    return new Field(shape, fallback);
  }

  private static Shape shape(Node schema) {
    String type = at(schema, "type").flatMap(Nodes::text).orElse("");
    return switch (type) {
      // An abstract record is filled by the schema of a plugin; of itself it says nothing.
      case "record" -> truth(schema, "abstract") ? PLAIN : rec(schema);
      case "array" -> new Shape.ListOf(at(schema, "elements").map(s -> shape(s)).orElse(PLAIN));
      case "set" -> new Shape.SetOf(at(schema, "elements").map(s -> shape(s)).orElse(PLAIN));
      case "map" -> new Shape.MapOf(at(schema, "values").map(s -> shape(s)).orElse(PLAIN));
      default -> PLAIN;
    };
  }

  private static Optional<Former> former(String name, Node schema) {
    Optional<Node.Arr> replacements =
        at(schema, "deprecation")
            .flatMap(node -> at(node, "replaced_with"))
            .flatMap(Nodes::list)
            .filter(list -> list.items().size() == 1);
    return replacements
        .flatMap(list -> at(list.items().get(0), "path"))
        .flatMap(Nodes::list)
        .map(list -> list.items().stream().flatMap(part -> Nodes.text(part).stream()).toList())
        .filter(path -> !path.isEmpty())
        .map(path -> new Former(name, path));
  }

  /** Kong writes fields as a list of objects that have one member each. */
  private static void each(Node schema, String list, BiConsumer<String, Node> visit) {
    List<Node> items = at(schema, list).flatMap(Nodes::list).map(Node.Arr::items).orElse(List.of());
    for (Node item : items) {
      if (item instanceof Node.Obj obj) {
        obj.fields().forEach(visit);
      }
    }
  }

  private static Optional<Node> at(Node node, String field) {
    return node instanceof Node.Obj obj ? obj.field(field) : Optional.empty();
  }

  private static boolean truth(Node schema, String field) {
    return at(schema, field)
        .filter(node -> node.equals(new Node.Value(new Scalar.Bool(true))))
        .isPresent();
  }
}
