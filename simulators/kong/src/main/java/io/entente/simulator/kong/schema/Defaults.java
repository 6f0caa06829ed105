package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;

/** Fills in what was not given, as Kong does before it validates. */
public final class Defaults {

  private Defaults() {}

  /** A copy of a whole entity or record with every default; unknown fields stay. */
  public static ObjectNode fill(Schema schema, ObjectNode given) {
    return process(schema, given, true);
  }

  /** A copy of a partial entity: lists tidied and old names resolved, nothing filled in. */
  public static ObjectNode tidy(Schema schema, ObjectNode given) {
    return process(schema, given, false);
  }

  /** Shows the old names of fields that have moved, at every depth. */
  public static void showShorthands(Schema schema, ObjectNode entity) {
    for (Map.Entry<String, Field> field : schema.fields().entrySet()) {
      if (entity.path(field.getKey()) instanceof ObjectNode inner) {
        field.getValue().record().ifPresent(record -> showShorthands(record, inner));
      }
    }
    schema
        .shorthands()
        .forEach(
            (name, shorthand) -> {
              JsonNode value = Values.get(entity, shorthand.path());
              entity.set(name, value.isMissingNode() ? Values.NODES.nullNode() : value);
            });
  }

  /** Takes away what {@link #showShorthands} added. */
  public static void hideShorthands(Schema schema, ObjectNode entity) {
    for (Map.Entry<String, Field> field : schema.fields().entrySet()) {
      if (entity.path(field.getKey()) instanceof ObjectNode inner) {
        field.getValue().record().ifPresent(record -> hideShorthands(record, inner));
      }
    }
    schema.shorthands().keySet().forEach(entity::remove);
  }

  private static ObjectNode process(Schema schema, ObjectNode given, boolean whole) {
    ObjectNode output = given.deepCopy();
    resolveShorthands(schema, output);
    for (Map.Entry<String, Field> entry : schema.fields().entrySet()) {
      JsonNode value = adjust(entry.getValue(), output.path(entry.getKey()), whole);
      if (!value.isMissingNode()) {
        output.set(entry.getKey(), value);
      }
    }
    return output;
  }

  private static void resolveShorthands(Schema schema, ObjectNode output) {
    schema
        .shorthands()
        .forEach(
            (name, shorthand) -> {
              JsonNode value = output.path(name);
              if (!value.isMissingNode()
                  && Validation.violation(shorthand.field(), value).isEmpty()) {
                output.remove(name);
                if (Values.get(output, shorthand.path()).isMissingNode()) {
                  Values.set(output, shorthand.path(), value);
                }
              }
            });
  }

  private static JsonNode adjust(Field field, JsonNode value, boolean whole) {
    if (field.record().isPresent() && !field.isAbstract()) {
      Schema record = field.record().get();
      if (value instanceof ObjectNode object) {
        return process(record, object, whole);
      }
      if (value.isMissingNode() && whole && field.required()) {
        JsonNode filled = missing(field);
        return filled instanceof ObjectNode object ? process(record, object, true) : filled;
      }
    }
    if (value.isMissingNode()) {
      return whole ? missing(field) : value;
    }
    if (field.type() == FieldType.ARRAY || field.type() == FieldType.SET) {
      return list(field, value);
    }
    return value;
  }

  private static JsonNode missing(Field field) {
    JsonNode otherwise = field.defaultValue();
    if (!otherwise.isMissingNode()) {
      if (field.record().isPresent() && otherwise instanceof ObjectNode object) {
        return process(field.record().get(), object, true);
      }
      return otherwise;
    }
    if (!field.required()) {
      return Values.NODES.nullNode();
    }
    return field.record().isPresent() && !field.isAbstract()
        ? process(field.record().get(), Values.NODES.objectNode(), true)
        : MissingNode.getInstance();
  }

  private static JsonNode list(Field field, JsonNode value) {
    if (value.isObject() && value.isEmpty()) {
      return Values.NODES.arrayNode();
    }
    if (!(value instanceof ArrayNode items)) {
      return value;
    }
    ArrayNode output = Values.NODES.arrayNode();
    Iterable<JsonNode> kept =
        field.type() == FieldType.SET ? new LinkedHashSet<>(asList(items)) : items;
    for (JsonNode item : kept) {
      boolean isRecord = field.elements().record().isPresent() && item instanceof ObjectNode;
      output.add(
          isRecord
              ? process(field.elements().record().orElseThrow(), (ObjectNode) item, true)
              : item);
    }
    return output;
  }

  private static java.util.List<JsonNode> asList(ArrayNode items) {
    var list = new java.util.ArrayList<JsonNode>(items.size());
    items.forEach(list::add);
    return list;
  }
}
