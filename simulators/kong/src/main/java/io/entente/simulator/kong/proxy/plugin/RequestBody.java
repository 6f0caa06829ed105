package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.Outgoing;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form or JSON object body with fields that can be read and removed. */
final class RequestBody {

  // An array or object is to the gateway what a repeated field is.
  private static final List<String> SEVERAL = List.of("", "");

  private final Optional<QueryString> form;
  private final ObjectNode json;

  private RequestBody(Optional<QueryString> form, ObjectNode json) {
    this.form = form;
    this.json = json;
  }

  /** Empty when the body has no fields: another type, not an object, or broken. */
  static Optional<RequestBody> of(Outgoing request) {
    String type = request.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.contains("application/x-www-form-urlencoded")) {
      QueryString fields = QueryString.parse(Wire.of(request.body()));
      return Optional.of(new RequestBody(Optional.of(fields), Json.MAPPER.createObjectNode()));
    }
    if (type.contains("application/json")) {
      return object(request.body()).map(tree -> new RequestBody(Optional.empty(), tree));
    }
    if (type.contains("multipart/form-data")) {
      throw new NotEnforced("reading fields of multipart bodies");
    }
    return Optional.empty();
  }

  /** A JSON object, or empty for anything else. */
  static Optional<ObjectNode> object(byte[] body) {
    try {
      JsonNode tree = Json.MAPPER.readTree(body);
      return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  List<String> values(String name) {
    return form.map(fields -> fields.all(name))
        .orElseGet(
            () -> {
              JsonNode value = json.path(name);
              if (value.isContainerNode()) {
                return SEVERAL;
              }
              return value.isTextual() ? List.of(Wire.of(value.asText())) : List.of();
            });
  }

  void remove(String name) {
    form.ifPresent(fields -> fields.remove(name));
    json.remove(name);
  }

  byte[] bytes() {
    return form.map(fields -> Wire.bytes(fields.encode()))
        .orElseGet(() -> json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
