package io.entente.simulator.kong.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One recorded exchange. */
record Recording(String name, JsonNode json) {

  private static final String FOLDER = "/recorded/3.9.1/";

  static List<Recording> all() {
    return new String(bytes("order.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(Recording::read)
        .toList();
  }

  static Recording read(String name) {
    try {
      return new Recording(name, Json.read(bytes(name)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String group() {
    return name.substring(0, 2);
  }

  String method() {
    return json.path("request").path("method").asText();
  }

  /** Port of the recorded node: 8001 and 18001 Admin, 8007 and 18007 Status. */
  int port() {
    return java.net.URI.create(url().replaceAll("\\?.*", "")).getPort();
  }

  /** Path and query. */
  String target() {
    return url().replaceFirst("^http://[^/]+", "");
  }

  Map<String, String> requestHeaders() {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    json.path("request")
        .path("headers")
        .fields()
        .forEachRemaining(header -> headers.put(header.getKey(), header.getValue().asText()));
    JsonNode body = json.path("request").path("body");
    if (!body.isMissingNode()) {
      headers.putIfAbsent(
          "Content-Type",
          body.isTextual() ? "application/x-www-form-urlencoded" : "application/json");
    }
    return headers;
  }

  Optional<String> requestBody() {
    JsonNode body = json.path("request").path("body");
    if (body.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        body.isTextual() ? body.asText() : new String(Json.write(body), StandardCharsets.UTF_8));
  }

  int status() {
    return json.path("status").asInt();
  }

  Map<String, String> headers() {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    json.path("headers")
        .forEach(header -> headers.put(header.get(0).asText(), header.get(1).asText()));
    return headers;
  }

  JsonNode body() {
    return json.path("body");
  }

  private String url() {
    return json.path("request").path("url").asText();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Recording.class.getResourceAsStream(FOLDER + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
