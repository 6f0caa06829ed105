package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a value against a schema: known properties, types, formats, enumerations.
 *
 * <p>A request may send {@code null} for an unset field and a number for an int64; an answer must
 * not.
 */
final class SchemaCheck {

  private final Discovery discovery;
  private final boolean isAnswer;
  private final List<String> problems = new ArrayList<>();

  private SchemaCheck(Discovery discovery, boolean isAnswer) {
    this.discovery = discovery;
    this.isAnswer = isAnswer;
  }

  /** One sentence for each thing that is wrong. */
  static List<String> request(Discovery discovery, JsonNode value, JsonNode schema) {
    var check = new SchemaCheck(discovery, false);
    check.value(value, schema, "");
    return check.problems;
  }

  /** One sentence for each thing that is wrong. */
  static List<String> answer(Discovery discovery, JsonNode value, JsonNode schema) {
    var check = new SchemaCheck(discovery, true);
    check.value(value, schema, "");
    return check.problems;
  }

  private void value(JsonNode value, JsonNode schema, String at) {
    if (schema.has("$ref")) {
      value(value, discovery.schema(schema.path("$ref").asText()), at);
      return;
    }
    if (value.isNull() && !isAnswer) {
      return;
    }
    String type = schema.path("type").asText();
    switch (type) {
      case "any" -> {}
      case "object" -> object(value, schema, at);
      case "array" -> array(value, schema, at);
      case "string" -> string(value, schema, at);
      case "boolean" -> require(value.isBoolean(), value, "TYPE_BOOL", at);
      case "integer" -> require(Formats.isInt32(value), value, "TYPE_INT32", at);
      case "number" -> require(value.isNumber(), value, "TYPE_DOUBLE", at);
      default -> throw new IllegalArgumentException("schema type '" + type + "' is unknown");
    }
  }

  private void object(JsonNode value, JsonNode schema, String at) {
    if (!value.isObject()) {
      require(false, value, "TYPE_MESSAGE", at);
      return;
    }
    JsonNode properties = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (var field : value.properties()) {
      String inner = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
      if (properties.has(field.getKey())) {
        value(field.getValue(), properties.get(field.getKey()), inner);
      } else if (others.isObject()) {
        value(field.getValue(), others, inner);
      } else {
        problems.add(
            "Invalid JSON payload received. Unknown name \""
                + field.getKey()
                + "\""
                + (at.isEmpty() ? "" : " at '" + at + "'")
                + ": Cannot find field.");
      }
    }
  }

  private void array(JsonNode value, JsonNode schema, String at) {
    if (!value.isArray()) {
      require(false, value, "TYPE_LIST", at);
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      value(value.get(i), schema.path("items"), at + "[" + i + "]");
    }
  }

  private void string(JsonNode value, JsonNode schema, String at) {
    String format = schema.path("format").asText();
    if (!isAnswer && format.equals("int64") && value.isIntegralNumber()) {
      return;
    }
    boolean isFine = value.isTextual() && Formats.isText(value.asText(), format);
    require(isFine, value, format.isEmpty() ? "TYPE_STRING" : "TYPE_STRING, " + format, at);
    if (isFine && schema.has("enum")) {
      boolean isListed = false;
      for (JsonNode allowed : schema.path("enum")) {
        isListed |= allowed.asText().equals(value.asText());
      }
      require(isListed, value, "TYPE_ENUM", at);
    }
  }

  private void require(boolean isFine, JsonNode value, String type, String at) {
    if (!isFine) {
      String shown = value.toString();
      problems.add(
          "Invalid value at '"
              + at
              + "' ("
              + type
              + "), "
              + (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown));
    }
  }
}
