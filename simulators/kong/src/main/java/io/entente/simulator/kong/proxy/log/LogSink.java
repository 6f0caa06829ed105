package io.entente.simulator.kong.proxy.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** An HTTP endpoint that takes log entries. Any thread. */
final class LogSink {

  private static final String AGENT = "lua-resty-http/0.17.2 (Lua) ngx_lua/10026";

  private final HttpClient client;
  private final JsonNode config;

  LogSink(HttpClient client, JsonNode config) {
    this.client = client;
    this.config = config;
  }

  /** False when the endpoint did not take the payload; the caller may try again. */
  boolean send(String payload) throws InterruptedException {
    try {
      return client.send(request(payload), HttpResponse.BodyHandlers.discarding()).statusCode()
          < 400;
    } catch (IOException | IllegalArgumentException down) {
      return false;
    }
  }

  private HttpRequest request(String payload) {
    URI endpoint = URI.create(config.path("http_endpoint").asText());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofMillis(Json.whole(config, "timeout", 10_000)))
            .header("User-Agent", AGENT)
            .header("Content-Type", Json.text(config, "content_type", "application/json"))
            .method(
                Json.text(config, "method", "POST"),
                HttpRequest.BodyPublishers.ofString(payload, StandardCharsets.UTF_8));
    for (Map.Entry<String, JsonNode> header :
        Json.fields(Json.object(config, "headers")).entrySet()) {
      request.setHeader(header.getKey(), header.getValue().asText());
    }
    if (endpoint.getUserInfo() != null) {
      byte[] user = endpoint.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
    }
    return request.build();
  }
}
