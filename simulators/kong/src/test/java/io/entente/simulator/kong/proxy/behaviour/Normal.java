package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out of texts and trees what differs from run to run: addresses and generated ids. */
final class Normal {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern COUNTED = Pattern.compile(UUID + "#\\d+");
  private static final Pattern PLAIN = Pattern.compile(UUID);
  private static final Pattern TRACKER =
      Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\.\\d+-\\d+-\\d+-\\d+-\\d+-\\d+\\.\\d+\\b");
  private static final Pattern REQUEST_ID = Pattern.compile("\\b[0-9a-f]{32}\\b");
  private static final Set<String> LOG_VARIES =
      Set.of(
          "latencies",
          "started_at",
          "size",
          "id",
          "created_at",
          "updated_at",
          "ws_id",
          "workspace",
          "workspace_name",
          "tries",
          "port",
          "request_id",
          "x-kong-request-id",
          "date",
          "server",
          "via",
          "x-kong-upstream-latency",
          "x-kong-proxy-latency",
          "x-kong-response-latency",
          "authenticated_entity",
          "url",
          "host",
          "content-length",
          "connection");

  private final Map<String, String> addresses;

  /**
   * @param addresses name to address, like a to 127.0.0.1:9101
   */
  Normal(Map<String, String> addresses) {
    this.addresses = new LinkedHashMap<>(addresses);
  }

  String text(String text) {
    String out = text;
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      out = out.replace(address.getValue(), "@" + address.getKey() + "@");
    }
    out = COUNTED.matcher(out).replaceAll("<uuid#n>");
    out = PLAIN.matcher(out).replaceAll("<uuid>");
    out = TRACKER.matcher(out).replaceAll("<tracker>");
    return REQUEST_ID.matcher(out).replaceAll("<request id>");
  }

  /** A body: JSON as a tree without request id, anything else as text. */
  JsonNode body(JsonNode body) {
    if (body.isObject()) {
      ObjectNode digest = body.deepCopy();
      digest.remove("json_sha256");
      return digest;
    }
    try {
      JsonNode tree = Wires.MAPPER.readTree(body.asText());
      boolean json = tree.isObject() || tree.isArray();
      return json ? tree(tree, Set.of("request_id")) : textNode(body.asText());
    } catch (JsonProcessingException notJson) {
      return textNode(body.asText());
    }
  }

  /** A form, whose fields come in any order, or any other body. */
  JsonNode requestBody(JsonNode body, String contentType) {
    if (!body.isTextual() || !contentType.startsWith("application/x-www-form-urlencoded")) {
      return body(body);
    }
    String[] fields = text(body.asText()).split("&", -1);
    Arrays.sort(fields);
    return textNode(String.join("&", fields));
  }

  JsonNode log(JsonNode entries) {
    return tree(entries, LOG_VARIES);
  }

  private JsonNode tree(JsonNode node, Set<String> without) {
    if (node.isObject()) {
      ObjectNode object = Wires.MAPPER.createObjectNode();
      node.properties().stream()
          .filter(field -> !without.contains(field.getKey()))
          .sorted(Map.Entry.comparingByKey())
          .forEach(field -> object.set(field.getKey(), tree(field.getValue(), without)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode list = Wires.MAPPER.createArrayNode();
      node.forEach(item -> list.add(tree(item, without)));
      return list;
    }
    if (node.isFloatingPointNumber() && node.asDouble() == Math.rint(node.asDouble())) {
      return Wires.MAPPER.getNodeFactory().numberNode(node.asLong());
    }
    if (node.isIntegralNumber()) {
      return Wires.MAPPER.getNodeFactory().numberNode(node.asLong());
    }
    return node.isTextual() ? textNode(node.asText()) : node;
  }

  private JsonNode textNode(String text) {
    return Wires.MAPPER.getNodeFactory().textNode(text(text));
  }
}
