package io.entente.hub.drift;

import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.gateway;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.putNative;
import static io.entente.hub.test.PlanRoad.resource;
import static io.entente.hub.test.PlanRoad.settle;

import io.entente.hub.test.HubClient;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/** Drift made by hand, and decisions about it, over REST. */
final class DriftRoad {

  private DriftRoad() {}

  /** A gateway with one API, a limit of 10 and a header {@code by-NAME}, all applied. */
  static void estate(String name) {
    documents(
        gateway(name, "managed"),
        api(name + "-a", name, 9001),
        limit(name + "-limit", name, 10),
        header(name + "-header", name, "by-" + name)
            .replace("headerTransform:", "require: approximate\n  headerTransform:"));
    settle(name);
  }

  static void timeout(String name, String value) {
    var cluster = resource(name, "cluster", "api." + name + "-a");
    putNative(
        name, "cluster", "api." + name + "-a", cluster.with("connect_timeout", Node.text(value)));
  }

  /** Replaces a text in the routes that Entente writes. */
  static void routes(String name, String from, String to) {
    String text = JsonTree.write(resource(name, "route_configuration", "entente"));
    if (!text.contains(from)) {
      throw new AssertionError("the routes do not hold " + from + ": " + text);
    }
    Node edited = JsonTree.read(text.replace(from, to), TreeLimits.VENDOR);
    putNative(name, "route_configuration", "entente", edited);
  }

  /** The only row of drift, read anew. */
  static Map<String, Object> only(String name) {
    var rows = refreshed(name).extract().jsonPath().<Map<String, Object>>getList("");
    if (rows.size() != 1) {
      throw new AssertionError("not one row of drift: " + rows);
    }
    return rows.get(0);
  }

  static ValidatableResponse refreshed(String name) {
    return HubClient.admin().get("/api/drift?refresh=true&gateway=" + name).then().statusCode(200);
  }

  static ValidatableResponse adopt(Map<String, Object> row, String token) {
    return decide(row, "adopt", token, Map.of("reason", "measured: it is better so"));
  }

  static ValidatableResponse adopt(Map<String, Object> row) {
    return adopt(row, HubClient.adminToken());
  }

  static ValidatableResponse ignore(Map<String, Object> row, String until) {
    return decide(
        row, "ignore", HubClient.adminToken(), Map.of("reason", "a trial", "until", until));
  }

  static ValidatableResponse decide(
      Map<String, Object> row, String what, String token, Map<String, Object> more) {
    var body = new HashMap<>(more);
    body.put("seen", row.get("seen"));
    return HubClient.with(token)
        .contentType("application/json")
        .body(body)
        .post("/api/drift/" + row.get("id") + "/" + what)
        .then();
  }

  static ValidatableResponse decisions(String name) {
    return HubClient.admin().get("/api/drift/decisions?all=true&gateway=" + name).then();
  }

  static ValidatableResponse withdraw(Object id) {
    return HubClient.admin().delete("/api/drift/decisions/" + id).then();
  }
}
