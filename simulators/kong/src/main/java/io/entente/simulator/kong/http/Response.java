package io.entente.simulator.kong.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer.
 *
 * @param headers beside those every answer carries
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

  private static final String JSON = "application/json; charset=utf-8";

  public static Response json(int status, JsonNode body) {
    return new Response(status, Map.of("Content-Type", JSON), Json.write(body));
  }

  public static Response text(int status, String contentType, String body) {
    return new Response(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), new byte[0]);
  }

  public Response with(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Response(status, all, body);
  }
}
