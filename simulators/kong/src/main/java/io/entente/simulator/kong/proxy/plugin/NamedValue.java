package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import java.util.List;
import java.util.Optional;

/** A configured {@code name:value}; the value is empty when there is none. */
record NamedValue(String name, Optional<String> value) {

  static NamedValue of(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 1) {
      return new NamedValue(pair, Optional.empty());
    }
    String value = pair.substring(colon).replaceFirst("^:+", "");
    return new NamedValue(
        pair.substring(0, colon), value.isEmpty() ? Optional.empty() : Optional.of(value));
  }

  /** The list {@code config.<verb>.<kind>}. */
  static List<NamedValue> list(JsonNode config, String verb, String kind) {
    return Json.texts(Json.object(config, verb), kind).stream().map(NamedValue::of).toList();
  }
}
