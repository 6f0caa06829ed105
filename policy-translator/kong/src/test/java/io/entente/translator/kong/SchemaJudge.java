package io.entente.translator.kong;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Judges an entity by the schema that a real node gave of it, as far as the schema goes. */
final class SchemaJudge {

  private final List<String> complaints = new ArrayList<>();

  private SchemaJudge() {}

  /** What the node would complain about; empty when nothing. */
  static List<String> complaints(String kind, Node.Obj entity) {
    var judge = new SchemaJudge();
    Map<String, Node> documents = Recorded.schema().documents();
    var fields = fields(documents.get("entities/" + kind));
    if (kind.equals("plugins")) {
      Node plugin = documents.get("plugins/" + Recorded.text(Recorded.field(entity, "name")));
      fields.putAll(fields(plugin));
      judge.entityChecks(plugin, entity);
    }
    judge.record("", fields, entity);
    return judge.complaints;
  }

  private void entityChecks(Node schema, Node.Obj entity) {
    for (Node check : ((Node.Arr) Recorded.field(schema, "entity_checks")).items()) {
      ((Node.Obj) check)
          .field("at_least_one_of")
          .filter(
              names ->
                  ((Node.Arr) names)
                      .items().stream()
                          .noneMatch(name -> at(entity, Recorded.text(name)).isPresent()))
          .ifPresent(names -> complaints.add("at least one of " + names));
      ((Node.Obj) check).field("conditional").ifPresent(when -> conditional(when, entity));
    }
  }

  private void conditional(Node when, Node.Obj entity) {
    Node match = Recorded.field(when, "if_match");
    boolean holds =
        at(entity, Recorded.text(Recorded.field(when, "if_field")))
            .equals(((Node.Obj) match).field("eq"));
    String then = Recorded.text(Recorded.field(when, "then_field"));
    if (holds && at(entity, then).isEmpty()) {
      complaints.add(then + " is required with " + match);
    }
  }

  private void record(String path, Map<String, Node.Obj> fields, Node.Obj entity) {
    entity
        .fields()
        .forEach(
            (name, value) -> {
              Node.Obj schema = fields.get(name);
              if (schema == null) {
                complaints.add(path + name + ": unknown field");
              } else {
                value(path + name, schema, value);
              }
            });
    fields.forEach(
        (name, schema) -> {
          boolean filled = schema.field("default").isPresent() || schema.field("auto").isPresent();
          if (truth(schema, "required")
              && !filled
              && !text(schema, "type").equals("record")
              && entity.field(name).isEmpty()) {
            complaints.add(path + name + ": required");
          }
        });
  }

  private void value(String path, Node.Obj schema, Node value) {
    boolean fits =
        switch (text(schema, "type")) {
          case "string" -> value instanceof Node.Secret || scalar(value) instanceof Scalar.Text;
          case "number" -> scalar(value) instanceof Scalar.Num;
          case "integer" ->
              scalar(value) instanceof Scalar.Num number && number.value().scale() <= 0;
          case "boolean" -> scalar(value) instanceof Scalar.Bool;
          case "array", "set" -> value instanceof Node.Arr;
          default -> value instanceof Node.Obj;
        };
    if (!fits) {
      complaints.add(path + ": not a " + text(schema, "type") + ": " + value);
      return;
    }
    if (value instanceof Node.Arr list) {
      list.items()
          .forEach(item -> value(path + "[]", (Node.Obj) Recorded.field(schema, "elements"), item));
    } else if (text(schema, "type").equals("record") && schema.field("fields").isPresent()) {
      record(path + ".", fields(schema), (Node.Obj) value);
    } else if (text(schema, "type").equals("map")) {
      ((Node.Obj) value)
          .fields()
          .values()
          .forEach(item -> value(path + "{}", (Node.Obj) Recorded.field(schema, "values"), item));
    }
    bounds(path, schema, value);
  }

  private void bounds(String path, Node.Obj schema, Node value) {
    if (scalar(value) instanceof Scalar.Text text
        && text.value().isEmpty()
        && schema.field("len_min").isEmpty()) {
      complaints.add(path + ": an empty string");
    }
    schema
        .field("one_of")
        .filter(allowed -> !((Node.Arr) allowed).items().contains(value))
        .ifPresent(allowed -> complaints.add(path + ": " + value + " is none of " + allowed));
    schema
        .field("gt")
        .filter(least -> number(value).compareTo(number(least)) <= 0)
        .ifPresent(least -> complaints.add(path + ": " + value + " is not above " + least));
    schema
        .field("between")
        .map(range -> ((Node.Arr) range).items())
        .filter(
            range ->
                number(value).compareTo(number(range.get(0))) < 0
                    || number(value).compareTo(number(range.get(1))) > 0)
        .ifPresent(range -> complaints.add(path + ": " + value + " is not between " + range));
    // Lua's patterns are others than Java's where they use %.
    schema
        .field("match")
        .map(Recorded::text)
        .filter(pattern -> !pattern.contains("%"))
        .filter(pattern -> !Pattern.compile(pattern).matcher(Recorded.text(value)).find())
        .ifPresent(pattern -> complaints.add(path + ": " + value + " does not match " + pattern));
  }

  private static Map<String, Node.Obj> fields(Node schema) {
    var fields = new TreeMap<String, Node.Obj>();
    for (Node item : ((Node.Arr) Recorded.field(schema, "fields")).items()) {
      ((Node.Obj) item).fields().forEach((name, field) -> fields.put(name, (Node.Obj) field));
    }
    return fields;
  }

  private static Optional<Node> at(Node.Obj entity, String path) {
    Optional<Node> found = Optional.of(entity);
    for (String field : path.split("\\.")) {
      found = found.flatMap(node -> node instanceof Node.Obj o ? o.field(field) : Optional.empty());
    }
    return found;
  }

  private static Scalar scalar(Node node) {
    return node instanceof Node.Value value ? value.value() : new Scalar.Null();
  }

  private static BigDecimal number(Node node) {
    return ((Scalar.Num) ((Node.Value) node).value()).value();
  }

  private static String text(Node.Obj schema, String field) {
    return schema.field(field).map(Recorded::text).orElse("");
  }

  private static boolean truth(Node.Obj schema, String field) {
    return schema.field(field).equals(Optional.of(Node.bool(true)));
  }
}
