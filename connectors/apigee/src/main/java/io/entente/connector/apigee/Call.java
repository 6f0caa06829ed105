package io.entente.connector.apigee;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One call of the management API.
 *
 * @param method of HTTP
 * @param path segments below {@code /v1}, not encoded; what follows a {@code :} is a custom verb
 * @param query parameters, not encoded
 * @param body to send
 * @param repeatable whether sending it twice has the effect of sending it once
 * @param maxBytes longest answer taken in
 */
record Call(
    String method,
    List<String> path,
    SortedMap<String, String> query,
    Optional<Body> body,
    boolean repeatable,
    int maxBytes) {

  private static final int JSON_BYTES = 64 << 20;

  /** What is sent. */
  @SuppressWarnings("ArrayRecordComponent") // made, sent and forgotten; never compared
  record Body(String mediaType, byte[] bytes) {}

  Call {
    path = List.copyOf(path);
    query = new TreeMap<>(query);
  }

  static Call get(List<String> path, Map<String, String> query) {
    return new Call("GET", path, new TreeMap<>(query), Optional.empty(), true, JSON_BYTES);
  }

  static Call delete(List<String> path) {
    return new Call("DELETE", path, new TreeMap<>(), Optional.empty(), true, JSON_BYTES);
  }

  static Call put(List<String> path, String json) {
    return new Call("PUT", path, new TreeMap<>(), Optional.of(json(json)), true, JSON_BYTES);
  }

  static Call post(List<String> path, Map<String, String> query, Optional<Body> body) {
    return new Call("POST", path, new TreeMap<>(query), body, false, JSON_BYTES);
  }

  static Body json(String text) {
    return new Body("application/json; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same call, said to be safe to send again. */
  Call again() {
    return new Call(method, path, query, body, true, maxBytes);
  }

  Call atMost(int bytes) {
    return new Call(method, path, query, body, repeatable, bytes);
  }

  boolean reads() {
    return method.equals("GET");
  }

  /** For people: the method and path, without the query. */
  String what() {
    return method + " " + String.join("/", path);
  }

  /** Path and query, encoded. */
  String address() {
    var text = new StringBuilder("/v1");
    path.forEach(segment -> text.append('/').append(encoded(segment)));
    var parameters = new ArrayList<String>();
    query.forEach((name, value) -> parameters.add(encoded(name) + "=" + encoded(value)));
    return parameters.isEmpty()
        ? text.toString()
        : text.append('?').append(String.join("&", parameters)).toString();
  }

  private static String encoded(String text) {
    var out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c < 0x80
              && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '~');
      out.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xff));
    }
    return out.toString();
  }
}
