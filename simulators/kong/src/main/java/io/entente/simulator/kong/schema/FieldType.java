package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The types of Kong's schema language. */
enum FieldType {
  STRING("expected a string"),
  NUMBER("expected a number"),
  INTEGER("expected an integer"),
  BOOLEAN("expected a boolean"),
  ARRAY("expected an array"),
  SET("expected a set"),
  MAP("expected a map"),
  RECORD("expected a record"),
  FOREIGN("expected a foreign key");

  private final String violation;

  FieldType(String violation) {
    this.violation = violation;
  }

  static FieldType of(JsonNode definition) {
    return valueOf(definition.path("type").asText().toUpperCase(Locale.ROOT));
  }

  String violation() {
    return violation;
  }

  /** An empty JSON array and an empty object are the same table to Kong. */
  boolean accepts(JsonNode value) {
    return switch (this) {
      case STRING -> value.isTextual();
      case NUMBER -> value.isNumber();
      case INTEGER -> value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
      case BOOLEAN -> value.isBoolean();
      case ARRAY, SET -> value.isArray() || (value.isObject() && value.isEmpty());
      case MAP, RECORD, FOREIGN -> value.isContainerNode();
    };
  }
}
