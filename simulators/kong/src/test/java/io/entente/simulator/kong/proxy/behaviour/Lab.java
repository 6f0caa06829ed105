package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The upstreams a, b, c and the log receiver, on ports of their own; at "dead" nobody listens. */
final class Lab implements AutoCloseable {

  static final String HOST = "127.0.0.1";

  private final Map<String, Upstream> servers = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, JsonNode> defaults = new ConcurrentHashMap<>();
  private final List<ObjectNode> seen = new ArrayList<>();
  private final List<JsonNode> logs = new ArrayList<>();
  private final List<JsonNode> logHeaders = new ArrayList<>();

  /** Upstreams that answer what X-Up asks for. */
  Lab() throws IOException {
    this(Upstream.Style.AS_ASKED);
  }

  Lab(Upstream.Style style) throws IOException {
    for (String name : List.of("a", "b", "c", "log", "ai")) {
      var server = new Upstream(name, this, style);
      servers.put(name, server);
      ports.put(name, server.port());
    }
    try (var dead = new ServerSocket(0)) {
      ports.put("dead", dead.getLocalPort());
    }
  }

  Map<String, Integer> ports() {
    return ports;
  }

  /** Replaces the placeholders of addresses; one that is a whole string becomes a number. */
  JsonNode substitute(JsonNode node) {
    if (node.isTextual()) {
      return text(node.asText());
    }
    if (node.isArray()) {
      var list = Wires.MAPPER.createArrayNode();
      node.forEach(item -> list.add(substitute(item)));
      return list;
    }
    if (node.isObject()) {
      ObjectNode object = Wires.MAPPER.createObjectNode();
      node.properties().forEach(e -> object.set(e.getKey(), substitute(e.getValue())));
      return object;
    }
    return node;
  }

  private JsonNode text(String text) {
    for (Map.Entry<String, Integer> port : ports.entrySet()) {
      if (text.equals(placeholder(port.getKey()))) {
        return Wires.MAPPER.getNodeFactory().numberNode(port.getValue());
      }
    }
    String out = text.replace("@UP_HOST@", HOST);
    for (Map.Entry<String, Integer> port : ports.entrySet()) {
      out = out.replace(placeholder(port.getKey()), String.valueOf(port.getValue()));
    }
    return Wires.MAPPER.getNodeFactory().textNode(out);
  }

  private static String placeholder(String name) {
    return "@" + name.toUpperCase(java.util.Locale.ROOT) + "_PORT@";
  }

  JsonNode defaultsOf(String name) {
    return defaults.getOrDefault(name, Wires.MAPPER.createObjectNode());
  }

  void setDefaults(JsonNode changes) {
    changes.properties().forEach(e -> defaults.put(e.getKey(), e.getValue()));
  }

  synchronized void saw(ObjectNode request) {
    seen.add(request);
  }

  synchronized void logged(JsonNode entry, JsonNode headers) {
    logs.add(entry);
    logHeaders.add(headers);
  }

  /** Headers of everything the log receiver got since the last reset. */
  synchronized List<JsonNode> logHeaders() {
    return List.copyOf(logHeaders);
  }

  synchronized List<ObjectNode> drainSeen() {
    var all = List.copyOf(seen);
    seen.clear();
    return all;
  }

  synchronized List<JsonNode> drainLogs() {
    var all = List.copyOf(logs);
    logs.clear();
    return all;
  }

  synchronized void reset() {
    seen.clear();
    logs.clear();
    logHeaders.clear();
    defaults.clear();
  }

  @Override
  public void close() {
    servers.values().forEach(Upstream::close);
  }
}
