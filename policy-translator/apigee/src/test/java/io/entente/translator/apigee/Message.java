package io.entente.translator.apigee;

import io.entente.engine.Headers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A request or response on its way through the interpreter. */
final class Message {

  final String proxy;
  final String suffix;
  final String verb;
  final String address;
  final Instant at;
  Headers request;
  Headers response;

  /** What follows the question mark, undecoded; empty for none. */
  String query = "";

  /** The body of the request; empty for none. */
  String content = "";

  /** The path as it was sent. */
  String path = "";

  /** Who holds a key of the store. */
  Map<String, String> keys = Map.of();

  /** What RaiseFault answered with; empty before it has. */
  Optional<Answer> answer = Optional.empty();

  /** Of the answer; 0 before there is one. */
  int status;

  /** What ResponseCache gave; empty where the upstream is asked. */
  Optional<CacheInterpreter.Kept> kept = Optional.empty();

  /** What createUuid() gives. */
  UUID fresh = new UUID(0, 0);

  private final Map<String, String> assigned = new TreeMap<>();

  /** An answer of a policy. */
  record Answer(int status, String contentType, String body) {}

  Message(
      String proxy,
      String suffix,
      String verb,
      String address,
      Instant at,
      Headers request,
      Headers response) {
    this.proxy = proxy;
    this.suffix = suffix;
    this.verb = verb;
    this.address = address;
    this.at = at;
    this.request = request;
    this.response = response;
  }

  void assign(String variable, String value) {
    assigned.put(variable, value);
  }

  /** A value that may be one template as a whole; unresolved ones are empty. */
  String rendered(String text) {
    if (!text.contains("{") && !text.contains("}")) {
      return text;
    }
    if (!text.matches("\\{[^{}]+\\}")) {
      throw new AssertionError("no template as a whole: " + text);
    }
    String name = text.substring(1, text.length() - 1);
    if (name.startsWith("sha256Hex(")) {
      return CacheInterpreter.sha256(
          variables().getOrDefault(name.substring("sha256Hex(".length(), name.length() - 1), ""));
    }
    return name.equals("createUuid()") ? fresh.toString() : variables().getOrDefault(name, "");
  }

  /** Flow variables, as documented. */
  Map<String, String> variables() {
    var variables = new TreeMap<>(assigned);
    variables.put("apiproxy.name", proxy);
    variables.put("proxy.name", "default");
    variables.put("proxy.pathsuffix", suffix);
    variables.put("request.verb", verb);
    variables.put("request.path", suffix);
    variables.put("request.uri", suffix + (query.isEmpty() ? "" : "?" + query));
    if (status > 0) {
      variables.put("response.status.code", Integer.toString(status));
    }
    variables.put("client.resolved.ip", address);
    variables.put("request.content", content);
    variables.put("request.path", path);
    variables.put("request.querystring", query);
    parameters(variables);
    headers("request", request, variables);
    headers("response", response, variables);
    return variables;
  }

  private void parameters(Map<String, String> variables) {
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        variables.merge(
            "request.queryparam." + parts[0] + ".values.string",
            parts.length > 1 ? parts[1] : "",
            (one, other) -> one + "," + other);
      }
    }
  }

  private static void headers(String message, Headers headers, Map<String, String> variables) {
    headers
        .values()
        .forEach(
            (name, values) -> {
              String all = String.join(",", values);
              variables.put(message + ".header." + name, all.split(",", -1)[0]);
              variables.put(message + ".header." + name + ".values.string", all);
            });
  }
}
