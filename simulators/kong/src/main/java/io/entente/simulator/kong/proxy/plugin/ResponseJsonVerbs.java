package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.lua.LuaValues;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The JSON verbs of response-transformer on one object. */
final class ResponseJsonVerbs {

  private ResponseJsonVerbs() {}

  static void apply(ObjectNode object, JsonNode config) {
    pairs(config, "remove").forEach(verb -> object.remove(Wire.text(verb.name())));
    for (NamedValue verb : pairs(config, "rename")) {
      if (object.has(Wire.text(verb.name())) && verb.value().isPresent()) {
        JsonNode value = object.remove(Wire.text(verb.name()));
        object.set(Wire.text(verb.value().get()), value);
      }
    }
    typed(config, "replace")
        .forEach(
            typed ->
                typed
                    .value
                    .filter(v -> RequestBodyVerbs.there(object, typed.name))
                    .ifPresent(value -> object.set(typed.name, value)));
    typed(config, "add")
        .forEach(
            typed ->
                typed
                    .value
                    .filter(v -> !RequestBodyVerbs.there(object, typed.name))
                    .ifPresent(value -> object.set(typed.name, value)));
    for (Typed typed : typed(config, "append")) {
      typed.value.ifPresent(
          value ->
              object.set(typed.name, RequestBodyVerbs.appended(object.path(typed.name), value)));
    }
  }

  private record Typed(String name, Optional<JsonNode> value) {}

  private static List<Typed> typed(JsonNode config, String verb) {
    List<String> types = Json.texts(Json.object(config, verb), "json_types");
    List<NamedValue> pairs = pairs(config, verb);
    var typed = new java.util.ArrayList<Typed>();
    for (int i = 0; i < pairs.size(); i++) {
      String type = i < types.size() ? types.get(i) : "string";
      typed.add(
          new Typed(
              Wire.text(pairs.get(i).name()),
              pairs.get(i).value().flatMap(value -> cast(Wire.text(value), type))));
    }
    return typed;
  }

  private static Optional<JsonNode> cast(String value, String type) {
    return switch (type) {
      case "boolean" -> Optional.of(BooleanNode.valueOf(value.equals("true")));
      case "number" ->
          value.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")
              ? Optional.of(LuaValues.json(Double.valueOf(value)))
              : Optional.empty();
      default -> Optional.of(TextNode.valueOf(value));
    };
  }

  private static List<NamedValue> pairs(JsonNode config, String verb) {
    return NamedValue.list(config, verb, "json");
  }
}
