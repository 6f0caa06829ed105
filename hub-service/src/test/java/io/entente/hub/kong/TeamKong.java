package io.entente.hub.kong;

import static io.restassured.RestAssured.given;

import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Kong that a team of its own runs, with what that team has on it. */
final class TeamKong implements AutoCloseable {

  static final String SECRET = "canary-key-of-a-partner";

  private final KongNode node;

  private TeamKong(KongNode node) {
    this.node = node;
  }

  static TeamKong start() throws IOException {
    var kong = new TeamKong(KongSimulator.start(Options.defaults()));
    kong.put("services/orders", "{\"url\": \"http://127.0.0.1:9\"}");
    kong.put("services/orders/routes/orders-route", "{\"paths\": [\"/orders\"]}");
    kong.put("consumers/partner", "{}");
    kong.put(
        "consumers/partner/key-auth/6d9b7a0e-3f0c-4c55-9d0a-0a6f5c3c1b11",
        "{\"key\": \"" + SECRET + "\"}");
    kong.put("plugins/5f4dcc3b-5aa7-4d61-9c0e-2e2b7c9a4d33", "{\"name\": \"prometheus\"}");
    return kong;
  }

  void put(String path, String body) {
    given()
        .baseUri(admin())
        .contentType("application/json")
        .body(body)
        .put("/" + path)
        .then()
        .statusCode(200);
  }

  void patch(String path, String body) {
    given()
        .baseUri(admin())
        .contentType("application/json")
        .body(body)
        .patch("/" + path)
        .then()
        .statusCode(200);
  }

  void delete(String path) {
    given().baseUri(admin()).delete("/" + path).then().statusCode(204);
  }

  /** Every entity that is not ours, as the Admin API gives it. */
  Map<String, List<Map<String, Object>>> foreign() {
    var all = new TreeMap<String, List<Map<String, Object>>>();
    for (String list : List.of("services", "routes", "plugins", "consumers", "key-auths")) {
      all.put(list, entities(list).stream().filter(e -> !ours(e)).toList());
    }
    return all;
  }

  List<Map<String, Object>> ourPlugins() {
    return entities("plugins").stream().filter(TeamKong::ours).toList();
  }

  private List<Map<String, Object>> entities(String list) {
    return given().baseUri(admin()).get("/" + list + "?size=1000").jsonPath().getList("data");
  }

  private static boolean ours(Map<String, Object> entity) {
    return entity.get("tags") instanceof List<?> tags && tags.contains("entente");
  }

  String admin() {
    return "http://127.0.0.1:" + node.adminPort();
  }

  /** The documents of the gateway, and of an API that lives on its route. */
  String documents(String name) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %1$s}
        spec: {vendor: kong, writes: managed, connection: {admin: "%2$s"}}
        ---
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: %1$s-orders, labels: {road: %1$s}}
        spec:
          bindings: [{gateway: %1$s, routes: {all: orders-route}}]
          routes: [{name: all, path: {prefix: /orders}}]
        """
        .formatted(name, admin());
  }

  @Override
  public void close() {
    node.close();
  }
}
