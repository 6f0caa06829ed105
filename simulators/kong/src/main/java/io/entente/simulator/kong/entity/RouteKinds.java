package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.schema.Rules;
import io.entente.simulator.kong.schema.Schema;
import java.util.List;
import java.util.Map;

/** What a route must and must not say, by its first protocol. */
final class RouteKinds {

  private static final Schema HTTP =
      kind(
          Map.of("sources", "set", "destinations", "set"),
          "'http' or 'https'",
          contains("https", List.of("methods", "hosts", "headers", "paths", "snis"), "https"),
          contains("http", List.of("methods", "hosts", "headers", "paths"), "http"));
  private static final Schema GRPC =
      kind(
          Map.of("methods", "set", "sources", "set", "destinations", "set"),
          "'grpc' or 'grpcs'",
          contains("grpcs", List.of("hosts", "headers", "paths", "snis"), "grpcs"),
          contains("grpc", List.of("hosts", "headers", "paths"), "grpc"));
  private static final Schema STREAM =
      kind(
          Map.of("methods", "set", "hosts", "array", "paths", "array", "headers", "map"),
          "'tcp', 'tls', 'tls_passthrough' or 'udp'",
          elements(
              List.of("tcp", "tls", "udp"),
              List.of("sources", "destinations", "snis"),
              "must set one of %s when 'protocols' is 'tcp', 'tls' or 'udp'"),
          elements(
              List.of("tls_passthrough"),
              List.of("snis"),
              "must set snis when 'protocols' is 'tls_passthrough'"));

  private RouteKinds() {}

  static Schema schemaOf(Schema base, JsonNode route) {
    String first = route.path("protocols").path(0).asText("http");
    return base.specialisedBy(
        switch (first) {
          case "grpc", "grpcs" -> GRPC;
          case "tcp", "tls", "udp", "tls_passthrough" -> STREAM;
          default -> HTTP;
        });
  }

  private static Schema kind(
      Map<String, String> forbidden, String protocols, ObjectNode first, ObjectNode second) {
    ObjectNode definition = Json.object();
    ArrayNode fields = definition.putArray("fields");
    forbidden.forEach(
        (field, type) -> fields.addObject().set(field, never(field, type, protocols)));
    if (protocols.startsWith("'grpc'")) {
      fields
          .addObject()
          .putObject("strip_path")
          .put("type", "boolean")
          .put("required", true)
          .put("default", false)
          .put("ne", true)
          .put("err", "cannot set 'strip_path' when 'protocols' is " + protocols);
    }
    ArrayNode checks = definition.putArray("entity_checks");
    if (first.has("contains")) {
      ObjectNode check = check(checks, "then", first);
      check.putObject("if_match").put("contains", first.get("contains").asText());
      check.putObject("else_match").put("contains", second.get("contains").asText());
      check.set("else_then_at_least_one_of", second.get("fields"));
      check.set("else_then_err", second.get("err"));
    } else {
      for (ObjectNode each : List.of(first, second)) {
        ObjectNode check = check(checks, "then", each);
        ObjectNode elements = check.putObject("if_match").putObject("elements");
        elements.put("type", "string").set("one_of", each.get("one_of"));
      }
    }
    return Schema.of(definition, Rules.NONE);
  }

  private static ObjectNode check(ArrayNode checks, String branch, ObjectNode each) {
    ObjectNode check = checks.addObject().putObject("conditional_at_least_one_of");
    check.put("if_field", "protocols");
    check.set(branch + "_at_least_one_of", each.get("fields"));
    check.set(branch + "_err", each.get("err"));
    return check;
  }

  private static ObjectNode contains(String protocol, List<String> fields, String word) {
    ObjectNode node = Json.object().put("contains", protocol);
    fields.forEach(node.putArray("fields")::add);
    return node.put("err", "must set one of %s when 'protocols' is '" + word + "'");
  }

  private static ObjectNode elements(List<String> protocols, List<String> fields, String err) {
    ObjectNode node = Json.object();
    protocols.forEach(node.putArray("one_of")::add);
    fields.forEach(node.putArray("fields")::add);
    return node.put("err", err);
  }

  private static ObjectNode never(String field, String type, String protocols) {
    ObjectNode definition =
        Json.object()
            .put("type", type)
            .put("len_eq", 0)
            .put("err", "cannot set '" + field + "' when 'protocols' is " + protocols);
    definition.putNull("eq");
    if (type.equals("map")) {
      definition.putObject("keys").put("type", "string");
      definition
          .putObject("values")
          .put("type", "array")
          .putObject("elements")
          .put("type", "string");
    } else {
      boolean isSource = field.equals("sources") || field.equals("destinations");
      ObjectNode elements = definition.putObject("elements");
      if (isSource) {
        elements.put("type", "record").putArray("fields");
      } else {
        elements.put("type", "string");
      }
    }
    return definition;
  }
}
