package io.entente.simulator.kong.proxy.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading fields of entities; absent and null are the same. */
public final class Json {

  public static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static boolean given(JsonNode node, String field) {
    return node.hasNonNull(field);
  }

  /** A field as wire text, or {@code otherwise}. */
  public static String text(JsonNode node, String field, String otherwise) {
    return node.hasNonNull(field) ? Wire.of(node.get(field).asText()) : otherwise;
  }

  public static Optional<String> text(JsonNode node, String field) {
    return node.hasNonNull(field)
        ? Optional.of(Wire.of(node.get(field).asText()))
        : Optional.empty();
  }

  public static boolean flag(JsonNode node, String field, boolean otherwise) {
    return node.hasNonNull(field) ? node.get(field).asBoolean() : otherwise;
  }

  public static double number(JsonNode node, String field, double otherwise) {
    return node.hasNonNull(field) ? node.get(field).asDouble() : otherwise;
  }

  public static int whole(JsonNode node, String field, int otherwise) {
    return node.hasNonNull(field) ? node.get(field).asInt() : otherwise;
  }

  /** The strings of an array field as wire text; empty when absent. */
  public static List<String> texts(JsonNode node, String field) {
    var texts = new ArrayList<String>();
    if (node.hasNonNull(field)) {
      node.get(field).forEach(value -> texts.add(Wire.of(value.asText())));
    }
    return texts;
  }

  /** A record or map field; an empty object when absent. */
  public static JsonNode object(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field) : MAPPER.createObjectNode();
  }

  /** Fields of a map by name, in order. */
  public static Map<String, JsonNode> fields(JsonNode node) {
    var fields = new LinkedHashMap<String, JsonNode>();
    node.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
    return fields;
  }

  /** The id of a foreign key field like {@code service}, or the empty string. */
  public static String reference(JsonNode node, String field) {
    return object(node, field).path("id").asText("");
  }

  public static String id(JsonNode entity) {
    return entity.path("id").asText("");
  }

  /** A copy without its null fields, as it appears in logs. */
  public static ObjectNode withoutNulls(JsonNode entity) {
    ObjectNode copy = MAPPER.createObjectNode();
    fields(entity)
        .forEach(
            (name, value) -> {
              if (!value.isNull()) {
                copy.set(name, value);
              }
            });
    return copy;
  }
}
