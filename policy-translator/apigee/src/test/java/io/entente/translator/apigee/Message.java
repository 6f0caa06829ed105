package io.entente.translator.apigee;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.engine.Headers;
import io.entente.model.nativeobject.Hash;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request or response on its way through the interpreter. */
final class Message {

  private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]+)\\}");
  private static final Pattern FUNCTION = Pattern.compile("([A-Za-z0-9]+)\\((.*)\\)");

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

  /** Secrets, caches and issuers that it meets. */
  Outside outside = new Outside();

  /** What RaiseFault answered with; empty before it has. */
  Optional<Answer> answer = Optional.empty();

  /** The reason phrase of it. */
  String reason = "";

  /** Its headers. */
  Headers shown = Headers.none();

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

  /** What the caller is told who does not get through. */
  String refusal() {
    return reason + " " + shown.values() + " " + answer;
  }

  /** What the upstream gets. */
  String passed() {
    return request.values() + " ?" + query + " " + content;
  }

  void assign(String variable, String value) {
    assigned.put(variable, value);
  }

  /**
   * A value that may be one template as a whole, or have one of a secret in it; unresolved ones are
   * empty.
   */
  String rendered(String text) {
    if (!text.contains("{") && !text.contains("}")) {
      return text;
    }
    boolean whole = text.matches("\\{[^{}]+\\}");
    if (!whole && !text.contains("private.")) {
      throw new AssertionError("no template as a whole: " + text);
    }
    return TEMPLATE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
  }

  private String value(String name) {
    Matcher function = FUNCTION.matcher(name);
    if (!function.matches()) {
      return variables().getOrDefault(name, "");
    }
    byte[] given = variables().getOrDefault(function.group(2), "").getBytes(UTF_8);
    return switch (function.group(1)) {
      case "createUuid" -> fresh.toString();
      case "sha256Hex" -> Hash.ofBytes(given).hex();
      case "encodeBase64" -> Base64.getEncoder().encodeToString(given);
      default -> throw new AssertionError("unknown function " + name);
    };
  }

  /** Flow variables, as documented. */
  Map<String, String> variables() {
    var variables = new TreeMap<>(assigned);
    variables.put("apiproxy.name", proxy);
    variables.put("proxy.name", "default");
    variables.put("proxy.pathsuffix", suffix);
    variables.put("request.verb", verb);
    variables.put("request.uri", suffix + (query.isEmpty() ? "" : "?" + query));
    if (status > 0) {
      variables.put("response.status.code", Integer.toString(status));
    }
    variables.put("client.resolved.ip", address);
    variables.put("request.content", content);
    variables.put("request.path", path.isEmpty() ? suffix : path);
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
            "request.queryparam." + parts[0] + ".values.count",
            "1",
            (one, more) -> Integer.toString(Integer.parseInt(one) + 1));
        variables.putIfAbsent("request.queryparam." + parts[0], parts.length > 1 ? parts[1] : "");
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
