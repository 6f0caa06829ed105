package io.entente.hub.apply;

import static io.restassured.RestAssured.given;

import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A simulated Kong whose routes others own, with a plugin of theirs. */
final class RoutedKong implements AutoCloseable {

  private final KongNode node;

  private RoutedKong(KongNode node) {
    this.node = node;
  }

  static RoutedKong start(List<String> routes) throws IOException {
    var kong = new RoutedKong(KongSimulator.start(Options.defaults()));
    kong.put("services/backend", "{\"url\": \"http://127.0.0.1:9\"}");
    for (String route : routes) {
      kong.put("services/backend/routes/" + route, "{\"paths\": [\"/" + route + "\"]}");
    }
    kong.put("plugins/5f4dcc3b-5aa7-4d61-9c0e-2e2b7c9a4d33", "{\"name\": \"prometheus\"}");
    return kong;
  }

  String admin() {
    return "http://127.0.0.1:" + node.adminPort();
  }

  List<Map<String, Object>> ourPlugins() {
    return plugins("?size=1000&tags=entente");
  }

  List<Map<String, Object>> foreignPlugins() {
    return plugins("?size=1000").stream().filter(plugin -> plugin.get("tags") == null).toList();
  }

  private List<Map<String, Object>> plugins(String query) {
    return given().baseUri(admin()).get("/plugins" + query).jsonPath().getList("data");
  }

  private void put(String path, String body) {
    given()
        .baseUri(admin())
        .contentType("application/json")
        .body(body)
        .put("/" + path)
        .then()
        .statusCode(200);
  }

  @Override
  public void close() {
    node.close();
  }
}
