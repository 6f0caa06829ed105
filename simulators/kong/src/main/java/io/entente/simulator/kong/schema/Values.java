package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes values by dotted path. */
final class Values {

  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Values() {}

  static JsonNode get(JsonNode entity, String path) {
    JsonNode value = entity;
    for (String name : path.split("\\.")) {
      value = value.isObject() ? value.path(name) : MissingNode.getInstance();
    }
    return value;
  }

  static void set(ObjectNode entity, String path, JsonNode value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      entity.set(path, value);
      return;
    }
    String head = path.substring(0, dot);
    JsonNode inner = entity.path(head);
    ObjectNode target = inner instanceof ObjectNode object ? object : entity.putObject(head);
    set(target, path.substring(dot + 1), value);
  }

  static boolean isGiven(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  static boolean isNonEmpty(JsonNode value) {
    if (!isGiven(value)) {
      return false;
    }
    return value.isTextual()
        ? !value.asText().isEmpty()
        : !value.isContainerNode() || !value.isEmpty();
  }

  static boolean same(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.asDouble() == other.asDouble()
        : one.equals(other);
  }
}
