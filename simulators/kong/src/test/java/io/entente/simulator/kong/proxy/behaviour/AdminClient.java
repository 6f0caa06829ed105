package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Configures a node through its Admin API. */
final class AdminClient {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  AdminClient(int port) {
    this.port = port;
  }

  HttpResponse<String> call(String method, String path, JsonNode body) {
    boolean bare = body.isMissingNode() || body.isNull();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + Lab.HOST + ":" + port + path))
            .method(
                method,
                bare
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (!bare) {
      request.header("Content-Type", "application/json");
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  String get(String path) {
    return call("GET", path, Wires.MAPPER.missingNode()).body();
  }

  void deleteEverything() throws IOException {
    for (String kind :
        List.of("plugins", "routes", "services", "consumers", "upstreams", "certificates")) {
      for (JsonNode entity : Wires.MAPPER.readTree(get("/" + kind + "?size=1000")).path("data")) {
        call("DELETE", "/" + kind + "/" + entity.get("id").asText(), Wires.MAPPER.missingNode());
      }
    }
  }

  /** Creates what the {@code config} of a scenario has, in its order. */
  void apply(JsonNode config) {
    for (JsonNode upstream : config.path("upstreams")) {
      ObjectNode bare = upstream.deepCopy();
      bare.remove("targets");
      post("/upstreams", bare);
      for (JsonNode target : upstream.path("targets")) {
        post("/upstreams/" + upstream.get("name").asText() + "/targets", target);
      }
    }
    for (String kind : List.of("services", "routes", "consumers")) {
      config.path(kind).forEach(entity -> post("/" + kind, entity));
    }
    for (JsonNode credential : config.path("credentials")) {
      String path =
          "/consumers/%s/%s"
              .formatted(credential.get("consumer").asText(), credential.get("type").asText());
      post(path, credential.get("body"));
    }
    config.path("plugins").forEach(plugin -> post("/plugins", plugin));
  }

  private void post(String path, JsonNode body) {
    HttpResponse<String> answer = call("POST", path, body);
    if (answer.statusCode() != 201 && answer.statusCode() != 200) {
      throw new IllegalStateException(
          "POST " + path + " " + body + " -> " + answer.statusCode() + " " + answer.body());
    }
  }
}
