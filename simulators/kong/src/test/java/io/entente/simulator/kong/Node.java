package io.entente.simulator.kong;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.replay.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A running simulator and a client of its Admin API. */
public final class Node implements AutoCloseable {

  private final KongNode node;
  private final Client client = new Client();

  public Node(Options options) {
    try {
      node = KongSimulator.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Node withDatabase() {
    return new Node(Options.defaults());
  }

  public static Node withoutDatabase() {
    return new Node(Options.defaults().withDatabase(Database.OFF));
  }

  public KongNode running() {
    return node;
  }

  public Reply get(String target) {
    return send("GET", target, Map.of(), "");
  }

  public Reply status(String target) {
    return reply(client.get(node.statusPort(), target));
  }

  public Reply send(String method, String target, String json) {
    return send(
        method,
        target,
        json.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json"),
        json);
  }

  public Reply form(String method, String target, String body) {
    return send(method, target, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  public Reply send(String method, String target, Map<String, String> headers, String body) {
    return reply(
        client.send(
            node.adminPort(),
            method,
            target,
            headers,
            body.isEmpty() ? Optional.empty() : Optional.of(body)));
  }

  public Reply control(String method, String body) {
    return reply(
        client.send(
            node.controlPort(),
            method,
            "/faults",
            Map.of(),
            body.isEmpty() ? Optional.empty() : Optional.of(body)));
  }

  @Override
  public void close() {
    node.close();
  }

  private static Reply reply(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.body(), response.headers().map());
  }

  /** One answer. */
  public record Reply(int status, String text, Map<String, java.util.List<String>> headers) {

    public JsonNode json() {
      try {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A value by JSON pointer. */
    public JsonNode at(String pointer) {
      return json().at(pointer);
    }

    public String id() {
      return json().path("id").asText();
    }
  }
}
