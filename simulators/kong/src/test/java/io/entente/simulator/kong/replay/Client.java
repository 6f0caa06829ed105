package io.entente.simulator.kong.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Sends requests to a port of this machine. */
public final class Client {

  private final HttpClient http = HttpClient.newHttpClient();

  public HttpResponse<String> send(
      int port, String method, String target, Map<String, String> headers, Optional<String> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> json(int port, String method, String target, JsonNode body) {
    return send(
        port,
        method,
        target,
        Map.of("Content-Type", "application/json"),
        Optional.of(new String(Json.write(body), StandardCharsets.UTF_8)));
  }

  public HttpResponse<String> get(int port, String target) {
    return send(port, "GET", target, Map.of(), Optional.empty());
  }
}
