package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Gives texts of a form the types that the schema wants. */
public final class Inference {

  private Inference() {}

  /** Changes the fields in place; what does not fit stays a text and is judged later. */
  public static void apply(Schema schema, ObjectNode form) {
    form.properties()
        .forEach(
            entry ->
                schema
                    .field(entry.getKey())
                    .ifPresent(field -> entry.setValue(infer(field, entry.getValue()))));
  }

  private static JsonNode infer(Field field, JsonNode value) {
    if (value.isTextual() && value.asText().isEmpty()) {
      return Values.NODES.nullNode();
    }
    return switch (field.type()) {
      case NUMBER, INTEGER -> value.isTextual() ? number(value) : value;
      case BOOLEAN -> bool(value);
      case ARRAY, SET -> list(field, value);
      case RECORD -> record(field.record(), value);
      case MAP -> map(field, value);
      default -> value;
    };
  }

  private static JsonNode number(JsonNode value) {
    try {
      BigDecimal number = new BigDecimal(value.asText().strip());
      return number.stripTrailingZeros().scale() <= 0
          ? LongNode.valueOf(number.longValue())
          : DecimalNode.valueOf(number);
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static JsonNode bool(JsonNode value) {
    boolean isWord = value.asText().equals("true") || value.asText().equals("false");
    return isWord ? Values.NODES.booleanNode(value.asText().equals("true")) : value;
  }

  private static JsonNode list(Field field, JsonNode value) {
    ArrayNode list = Values.NODES.arrayNode();
    if (value.isArray()) {
      value.forEach(item -> list.add(infer(field.elements(), item)));
    } else {
      list.add(infer(field.elements(), value));
    }
    return list;
  }

  private static JsonNode record(Optional<Schema> record, JsonNode value) {
    if (record.isPresent() && value instanceof ObjectNode object) {
      apply(record.get(), object);
    }
    return value;
  }

  private static JsonNode map(Field field, JsonNode value) {
    if (value instanceof ObjectNode object && field.values().isPresent()) {
      object
          .properties()
          .forEach(entry -> entry.setValue(infer(field.values().get(), entry.getValue())));
    }
    return value;
  }
}
