package io.entente.simulator.kong.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Refusal;
import java.util.List;
import java.util.Map;

/** Errors of a configuration: nested as the configuration is, or flat, one entry an entity. */
final class ConfigErrors {

  private ConfigErrors() {}

  /** What is wrong with one entity, by field. */
  static ObjectNode fieldsOf(Refusal refusal, Item item) {
    ObjectNode body = refusal.body();
    if (body.path("code").asInt() == 5) {
      ObjectNode errors = Json.object();
      JsonNode key = body.path("fields");
      String field = key.fieldNames().next();
      errors
          .putArray("@entity")
          .add(
              "uniqueness violation: '"
                  + item.type().name()
                  + "' entity with "
                  + (key.size() == 1 ? field : "composite key")
                  + " set to '"
                  + (key.size() == 1 ? key.path(field).asText() : key.toString())
                  + "' already declared");
      return errors;
    }
    return body.path("fields") instanceof ObjectNode fields ? fields.deepCopy() : Json.object();
  }

  static Refusal nested(ObjectNode top, List<Map.Entry<Item, ObjectNode>> errors) {
    ObjectNode all = top.deepCopy();
    errors.forEach(entry -> slot(all, entry.getKey()).setAll(entry.getValue()));
    return Refusal.declarative(all);
  }

  static Refusal flattened(ObjectNode top, List<Map.Entry<Item, ObjectNode>> errors) {
    Refusal refusal = Refusal.declarative(top);
    ArrayNode flat = refusal.body().putArray("flattened_errors");
    for (Map.Entry<Item, ObjectNode> entry : errors) {
      ObjectNode fields = entry.getKey().fields();
      String type = entry.getKey().type().name();
      ObjectNode each = flat.addObject();
      each.put("entity_type", type.endsWith("s") ? type.substring(0, type.length() - 1) : type);
      for (String known : List.of("id", "name")) {
        if (fields.path(known).isTextual()) {
          each.put("entity_" + known, fields.path(known).asText());
        }
      }
      if (fields.path("tags").isArray()) {
        each.set("entity_tags", fields.path("tags"));
      }
      each.set("entity", fields);
      list(each.putArray("errors"), "", entry.getValue());
    }
    return refusal;
  }

  private static void list(ArrayNode list, String prefix, JsonNode error) {
    if (error instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (entry.getKey().equals("@entity")) {
          entry
              .getValue()
              .forEach(
                  text -> list.addObject().put("type", "entity").put("message", text.asText()));
        } else {
          String path = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
          list(list, path, entry.getValue());
        }
      }
    } else if (error.isArray()) {
      for (int i = 0; i < error.size(); i++) {
        list(list, prefix + "." + (i + 1), error.get(i));
      }
    } else if (!error.isNull()) {
      list.addObject().put("type", "field").put("field", prefix).put("message", error.asText());
    }
  }

  /** The place of an entity in nested errors; lists are padded with null before it. */
  private static ObjectNode slot(ObjectNode all, Item item) {
    ObjectNode holder = item.parent().map(parent -> slot(all, parent)).orElse(all);
    String name = item.type().name();
    ArrayNode list =
        holder.path(name) instanceof ArrayNode existing ? existing : holder.putArray(name);
    while (list.size() <= item.index()) {
      list.addNull();
    }
    if (list.get(item.index()) instanceof ObjectNode existing) {
      return existing;
    }
    ObjectNode slot = Json.object();
    list.set(item.index(), slot);
    return slot;
  }
}
