package io.entente.simulator.apigee.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One answer.
 *
 * @param headers beside those every answer carries
 * @param json the body as JSON; empty when it is something else
 * @param bytes the body when it is not JSON
 */
public record Response(
    int status, Map<String, String> headers, Optional<JsonNode> json, byte[] bytes) {

  private static final String JSON = "application/json; charset=UTF-8";

  public Response {
    headers = Map.copyOf(headers);
  }

  public static Response json(int status, JsonNode body) {
    return new Response(status, Map.of("Content-Type", JSON), Optional.of(body), new byte[0]);
  }

  public static Response bytes(String contentType, byte[] body) {
    return new Response(200, Map.of("Content-Type", contentType), Optional.empty(), body);
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), Optional.empty(), new byte[0]);
  }

  public Response with(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Response(status, all, json, bytes);
  }

  /** The body as it is sent. */
  public byte[] body(boolean isPretty) {
    return json.map(node -> Json.write(node, isPretty)).orElse(bytes);
  }
}
