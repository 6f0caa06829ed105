package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Lays a partial entity over a whole one: records merge, lists and maps are replaced. */
public final class Merge {

  private Merge() {}

  /** A new entity; null in the partial one replaces too. */
  public static ObjectNode over(Schema schema, ObjectNode partial, ObjectNode whole) {
    ObjectNode output = whole.deepCopy();
    for (Map.Entry<String, JsonNode> entry : partial.properties()) {
      JsonNode below = whole.path(entry.getKey());
      JsonNode merged =
          schema
              .field(entry.getKey())
              .filter(field -> !field.isAbstract())
              .flatMap(Field::record)
              .filter(record -> below.isObject() && entry.getValue().isObject())
              .<JsonNode>map(
                  record -> over(record, (ObjectNode) entry.getValue(), (ObjectNode) below))
              .orElse(entry.getValue());
      output.set(entry.getKey(), merged);
    }
    return output;
  }
}
