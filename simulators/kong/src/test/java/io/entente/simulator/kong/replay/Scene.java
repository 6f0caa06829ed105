package io.entente.simulator.kong.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.KongNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened at the recorded node between two recorded requests: those who recorded created and
 * deleted more than they kept. Everything goes through the Admin API.
 */
final class Scene {

  private final KongNode node;
  private final RecordedGenerator generator;
  private final Client client;

  Scene(KongNode node, RecordedGenerator generator, Client client) {
    this.node = node;
    this.generator = generator;
    this.client = client;
  }

  /** Prepares the node for a recorded request. */
  void before(Recording recording) {
    switch (recording.name()) {
      case "02-service-create-json.json" -> {
        missing("services", "02", "03");
        missing("consumers", "02", "03");
      }
      case "03-plugin-create-key-auth-service.json" -> missing("routes", "02", "03");
      case "04-list-services.json" -> missing("plugins", "02", "03");
      case "08-patch-service.json" -> mutableService();
      case "08-patch-plugin-config-deep.json" -> mutablePlugins();
      case "14-cascade-route-delete-plugin.json" -> beforeOthers();
      default -> {
        // nothing happened in between
      }
    }
  }

  private void mutableService() {
    generator.at(1795240414_000L);
    put(
        "/services/41fe954c-52f3-4729-be11-3b345ddbbc39",
        """
        {"name":"mut","host":"a.example.com","path":"/a","tags":["x"]}""");
  }

  private void mutablePlugins() {
    generator.at(1795240416_000L);
    put(
        "/plugins/20314156-7152-4c23-88a3-a386b7d88af2",
        """
        {"name":"http-log","tags":["x"],"service":{"id":"41fe954c-52f3-4729-be11-3b345ddbbc39"},
         "config":{"http_endpoint":"http://127.0.0.1:9002/x","headers":{"a":"1","b":"2"},
                   "queue":{"max_entries":100}}}""");
    put(
        "/plugins/d38ad91c-e4f5-488a-bc63-ab5d92f0c47a",
        """
        {"name":"request-termination","service":{"id":"41fe954c-52f3-4729-be11-3b345ddbbc39"},
         "config":{"status_code":418}}""");
  }

  private void beforeOthers() {
    for (String service : List.of("mut", "put-by-name", "22222222-2222-4222-8222-222222222222")) {
      send("DELETE", "/services/" + service, "");
    }
    generator.at(1795240801_000L);
    send("PATCH", "/services/dead", "{\"created_at\":1}");
    put("/routes/doomed", "{\"paths\":[\"/doomed\"]}");
    put("/routes/doomed/plugins/3f13a11a-dd68-44c7-92f0-ccc3d0b62c0d", "{\"name\":\"cors\"}");
    put("/services/doomed", "{\"host\":\"x\"}");
    put("/services/doomed/plugins/f2bc1763-9e84-4c17-84c5-4ce4ebec8c82", "{\"name\":\"cors\"}");
    put("/consumers/doomed", "{}");
    put("/consumers/doomed/key-auth/a1c95c16-96c0-43ed-92b3-8b56674efc7f", "{\"key\":\"doomed\"}");
    put(
        "/consumers/doomed/plugins/34dfb7db-9a87-4085-818b-beb2896fc84e",
        "{\"name\":\"request-size-limiting\"}");
    send("DELETE", "/routes/doomed", "");
    send("DELETE", "/services/doomed", "");
    send("DELETE", "/consumers/doomed", "");
  }

  /** Creates what the list of group 04 shows but no recorded request creates. */
  private void missing(String collection, String... creating) {
    var created =
        Recording.all().stream()
            .filter(each -> List.of(creating).contains(each.group()))
            .map(each -> each.body().path("id").asText())
            .toList();
    for (JsonNode entity : Recording.read("04-list-" + collection + ".json").body().path("data")) {
      if (!created.contains(entity.path("id").asText())) {
        ObjectNode given = entity.deepCopy();
        given.remove(List.of("id", "updated_at"));
        generator.next(entity, 0);
        put("/" + collection + "/" + entity.path("id").asText(), text(given));
      }
    }
  }

  private void put(String target, String body) {
    send("PUT", target, body);
  }

  private void send(String method, String target, String body) {
    HttpResponse<String> response =
        client.send(
            node.adminPort(),
            method,
            target,
            body.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json"),
            body.isEmpty() ? Optional.empty() : Optional.of(body));
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + target + ": " + response.body());
    }
  }

  static String text(JsonNode node) {
    return new String(Json.write(node), StandardCharsets.UTF_8);
  }

  static JsonNode parse(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
