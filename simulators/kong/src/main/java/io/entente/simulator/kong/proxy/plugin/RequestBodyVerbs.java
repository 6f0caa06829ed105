package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.Outgoing;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The verbs on request bodies; what is neither JSON object nor form passes untouched. */
final class RequestBodyVerbs {

  private RequestBodyVerbs() {}

  static void transform(Outgoing request, RequestVerbs verbs) {
    String type = request.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.contains("application/x-www-form-urlencoded")) {
      QueryString form = QueryString.parse(Wire.of(request.body()));
      FieldVerbs.apply(form, verbs);
      request.body(Wire.bytes(form.encode()));
    } else if (type.contains("multipart/form-data")) {
      throw new NotEnforced("request-transformer on multipart bodies");
    } else if (type.contains("application/json")) {
      Optional<ObjectNode> object =
          request.body().length == 0
              ? Optional.of(Json.MAPPER.createObjectNode())
              : RequestBody.object(request.body());
      object.ifPresent(
          fields -> {
            if (json(fields, verbs)) {
              request.body(fields.toString().getBytes(StandardCharsets.UTF_8));
            }
          });
    }
  }

  private static boolean json(ObjectNode object, RequestVerbs verbs) {
    boolean changed = !verbs.remove().isEmpty() || !verbs.rename().isEmpty();
    verbs.remove().forEach(verb -> object.remove(Wire.text(verb.name())));
    for (NamedValue verb : verbs.rename()) {
      JsonNode value = object.remove(Wire.text(verb.name()));
      String target = Wire.text(verb.value().orElse(""));
      if (value == null) {
        object.remove(target);
      } else {
        object.set(target, value);
      }
    }
    for (NamedValue verb : verbs.replace()) {
      String name = Wire.text(verb.name());
      if (there(object, name)) {
        set(object, name, verb.value());
        changed = true;
      }
    }
    for (NamedValue verb : verbs.add()) {
      String name = Wire.text(verb.name());
      if (!there(object, name)) {
        set(object, name, verb.value());
        changed = true;
      }
    }
    for (NamedValue verb : verbs.append()) {
      String name = Wire.text(verb.name());
      object.set(name, appended(object.path(name), value(verb.value().orElse(""))));
      changed = true;
    }
    return changed;
  }

  /** A string or array gets a further value; anything else is replaced by a list of it. */
  static ArrayNode appended(JsonNode old, JsonNode value) {
    ArrayNode list = Json.MAPPER.createArrayNode();
    if (old.isTextual()) {
      list.add(old);
    } else if (old.isArray()) {
      old.forEach(list::add);
    }
    return list.add(value);
  }

  // To Lua, false is as good as absent.
  static boolean there(ObjectNode object, String name) {
    return object.has(name) && !(object.get(name).isBoolean() && !object.get(name).asBoolean());
  }

  private static void set(ObjectNode object, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> object.set(name, value(text)), () -> object.remove(name));
  }

  private static JsonNode value(String text) {
    return TextNode.valueOf(Wire.text(text));
  }
}
