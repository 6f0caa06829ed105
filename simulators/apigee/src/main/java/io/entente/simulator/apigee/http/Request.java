package io.entente.simulator.apigee.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request. A {@code POST} with {@code X-HTTP-Method-Override} has the method named there.
 *
 * @param path decoded segments
 * @param query all values of each argument
 * @param headers first value of each, names in lower case
 * @param body decoded of its content encoding
 */
public record Request(
    String method,
    List<String> path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  public Request {
    path = List.copyOf(path);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** Takes a raw request target apart. */
  public static Request of(String method, String target, Map<String, String> headers, byte[] body) {
    int mark = target.indexOf('?');
    String rawPath = mark < 0 ? target : target.substring(0, mark);
    List<String> path = new ArrayList<>();
    for (String segment : rawPath.split("/")) {
      if (!segment.isEmpty()) {
        path.add(decode(segment.replace("+", "%2B")));
      }
    }
    Map<String, String> lower = new LinkedHashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    String override = lower.getOrDefault("x-http-method-override", "");
    String effective =
        method.equals("POST") && !override.isEmpty() ? override.toUpperCase(Locale.ROOT) : method;
    return new Request(
        effective, path, form(mark < 0 ? "" : target.substring(mark + 1)), lower, body);
  }

  /** Arguments as in a query or a form body. */
  public static Map<String, List<String>> form(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        values
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first value. */
  public Optional<String> argument(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /** Whether an argument is {@code true}. */
  public boolean flag(String name) {
    return argument(name).filter(value -> value.equals("true")).isPresent();
  }

  public String pathText() {
    return "/" + String.join("/", path);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
