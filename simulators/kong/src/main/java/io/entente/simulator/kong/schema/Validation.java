package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Finds what violates a schema. */
public final class Validation {

  static final String REQUIRED = "required field missing";
  private static final String UNKNOWN = "unknown field";

  private Validation() {}

  /**
   * Violations of an entity or a record: field name to a message, an object for records, a list for
   * elements; entity-wide ones as a list in {@code @entity}. Empty when there are none.
   *
   * @param whole whether required fields that are missing are violations
   */
  public static ObjectNode violations(Schema schema, ObjectNode entity, boolean whole) {
    ObjectNode errors = Values.NODES.objectNode();
    Iterator<Map.Entry<String, JsonNode>> given = entity.fields();
    while (given.hasNext()) {
      Map.Entry<String, JsonNode> entry = given.next();
      Optional<JsonNode> violation =
          schema
              .field(entry.getKey())
              .map(field -> violation(field, entry.getValue()))
              .orElseGet(() -> shorthand(schema, entry.getKey(), entry.getValue()));
      violation.ifPresent(error -> errors.set(entry.getKey(), error));
    }
    schema
        .fields()
        .forEach(
            (name, field) -> {
              JsonNode value = entity.path(name);
              if (field.required() && (value.isNull() || (whole && value.isMissingNode()))) {
                errors.put(name, REQUIRED);
              }
            });
    new EntityChecks(schema, entity, whole, errors).run();
    return errors;
  }

  static Optional<JsonNode> violation(Field field, JsonNode value) {
    return violation(field, value, field.required());
  }

  private static Optional<JsonNode> shorthand(Schema schema, String name, JsonNode value) {
    Shorthand shorthand = schema.shorthands().get(name);
    return shorthand == null ? error(UNKNOWN) : violation(shorthand.field(), value);
  }

  private static Optional<JsonNode> violation(Field field, JsonNode value, boolean required) {
    if (value.isNull()) {
      return ofNull(field, required);
    }
    JsonNode custom = field.attribute("err");
    Optional<JsonNode> violation = ofGiven(field, value);
    return violation.isPresent() && custom.isTextual() ? Optional.of(custom) : violation;
  }

  private static Optional<JsonNode> ofNull(Field field, boolean required) {
    JsonNode wanted = field.attribute("eq");
    if (field.attribute("ne").isNull()) {
      return error("value must not be null");
    }
    if (!wanted.isMissingNode() && !wanted.isNull()) {
      return error("value must be " + LuaText.plain(wanted));
    }
    return required ? error(REQUIRED) : Optional.empty();
  }

  private static Optional<JsonNode> ofGiven(Field field, JsonNode value) {
    if (!field.type().accepts(value)) {
      return error(field.type().violation());
    }
    Optional<JsonNode> inside =
        switch (field.type()) {
          case ARRAY, SET -> ofElements(field.elements(), value);
          case MAP -> ofEntries(field, value);
          case RECORD -> ofRecord(field, value);
          case FOREIGN -> ofForeign(value);
          default -> Optional.empty();
        };
    return inside.isPresent() ? inside : Attributes.violation(field, value).map(TextNode::valueOf);
  }

  private static Optional<JsonNode> ofElements(Field elements, JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      Optional<JsonNode> violation = violation(elements, list.get(i), true);
      if (violation.isPresent()) {
        ArrayNode errors = Values.NODES.arrayNode();
        for (int before = 0; before < i; before++) {
          errors.addNull();
        }
        return Optional.of(errors.add(violation.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> ofEntries(Field field, JsonNode map) {
    if (map.isArray()) {
      return map.isEmpty() ? Optional.empty() : error(FieldType.STRING.violation());
    }
    Iterator<Map.Entry<String, JsonNode>> entries = map.fields();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      Optional<JsonNode> violation =
          field
              .keys()
              .flatMap(keys -> violation(keys, TextNode.valueOf(entry.getKey()), true))
              .or(
                  () ->
                      field.values().flatMap(values -> violation(values, entry.getValue(), true)));
      if (violation.isPresent()) {
        return violation;
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> ofRecord(Field field, JsonNode value) {
    if (field.record().isEmpty()) {
      return Optional.empty();
    }
    if (!(value instanceof ObjectNode object)) {
      return value.isEmpty() ? Optional.empty() : error(FieldType.RECORD.violation());
    }
    Schema record = field.record().get();
    ObjectNode errors = violations(record, Defaults.fill(record, object), true);
    return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
  }

  private static Optional<JsonNode> ofForeign(JsonNode value) {
    JsonNode id = value.path("id");
    String why;
    if (id.isMissingNode()) {
      why = "missing primary key";
    } else if (id.isNull()) {
      why = REQUIRED;
    } else if (!id.isTextual()) {
      why = FieldType.STRING.violation();
    } else if (!Uuids.isUuid(id.asText())) {
      why = "expected a valid UUID";
    } else {
      return Optional.empty();
    }
    return Optional.of(Values.NODES.objectNode().put("id", why));
  }

  private static Optional<JsonNode> error(String message) {
    return Optional.of(TextNode.valueOf(message));
  }
}
