package io.entente.hub.test;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/** The road from documents to a gateway, step by step over REST. */
public final class PlanRoad {

  private PlanRoad() {}

  public static String gateway(String name, String writes) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %s}
        spec: {vendor: envoy, writes: %s, listener: {address: 127.0.0.1, port: 10080}}
        """
        .formatted(name, writes);
  }

  public static String api(String name, String gateway, int port) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: %1$s, labels: {road: %2$s}}
        spec:
          gateways: [%2$s]
          hosts: ["*"]
          upstream: {endpoints: [{host: 127.0.0.1, port: %3$d}], connectTimeout: 5s}
          routes: [{name: all, path: {prefix: /%1$s}}]
        """
        .formatted(name, gateway, port);
  }

  /** A rate limit on every API of the gateway made by {@link #api}. */
  public static String limit(String name, String gateway, int requests) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %s}
        spec:
          targetRefs: [{kind: Api, selector: {road: %s}}]
          require: approximate
          rateLimit: {requests: %d, window: 1m, key: route, onMissingKey: deny}
        """
        .formatted(name, gateway, requests);
  }

  /** A response header on every API of the gateway made by {@link #api}. */
  public static String header(String name, String gateway, String value) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %s}
        spec:
          targetRefs: [{kind: Api, selector: {road: %s}}]
          headerTransform:
            response: [{set: {name: x-governed-by, value: %s}}]
        """
        .formatted(name, gateway, value);
  }

  public static void documents(String... documents) {
    HubClient.admin()
        .contentType("application/octet-stream")
        .body(String.join("---\n", documents).getBytes(StandardCharsets.UTF_8))
        .post("/api/documents")
        .then()
        .statusCode(200);
  }

  public static JsonPath plan(String gateway) {
    return tryPlan(gateway).statusCode(201).extract().jsonPath();
  }

  public static ValidatableResponse tryPlan(String gateway) {
    return HubClient.admin()
        .contentType("application/json")
        .body(Map.of("gateway", gateway))
        .post("/api/plans")
        .then();
  }

  public static ValidatableResponse approve(String plan, String hash) {
    return HubClient.admin()
        .contentType("application/json")
        .body(Map.of("hash", hash))
        .post("/api/plans/" + plan + "/approve")
        .then();
  }

  public static ValidatableResponse apply(String plan) {
    return HubClient.admin().post("/api/plans/" + plan + "/apply").then();
  }

  /** Approves what {@code plan} shows and applies it; fails unless it ends APPLIED. */
  public static JsonPath carryOut(JsonPath plan) {
    String id = plan.getString("id");
    approve(id, plan.getString("hash")).statusCode(200);
    var applied = apply(id).statusCode(200).extract().jsonPath();
    if (!"APPLIED".equals(applied.getString("status"))) {
      throw new AssertionError("plan did not end APPLIED: " + applied.prettify());
    }
    return applied;
  }

  /** Plans the gateway and carries it out. */
  public static JsonPath settle(String gateway) {
    return carryOut(plan(gateway));
  }

  public static Response getNative(String gateway, String kind, String id) {
    return HubClient.admin().get("/api/gateways/" + gateway + "/native/" + kind + "/" + id);
  }

  /** The stored resource as a tree. */
  public static Node.Obj resource(String gateway, String kind, String id) {
    var response = getNative(gateway, kind, id);
    response.then().statusCode(200);
    return (Node.Obj) JsonTree.read(response.asString(), TreeLimits.VENDOR);
  }

  /** An operator's hand edit. */
  public static void putNative(String gateway, String kind, String id, Node document) {
    HubClient.admin()
        .contentType("application/json")
        .body(JsonTree.write(document))
        .put("/api/gateways/" + gateway + "/native/" + kind + "/" + id)
        .then()
        .statusCode(200);
  }

  /** Puts somebody else's virtual host into the route configuration that we write to. */
  public static void addVirtualHost(String gateway, Node host) {
    var routes = resource(gateway, "route_configuration", "entente");
    var hosts = new ArrayList<>(((Node.Arr) routes.field("virtual_hosts").orElseThrow()).items());
    hosts.add(0, host);
    putNative(
        gateway, "route_configuration", "entente", routes.with("virtual_hosts", Node.arr(hosts)));
  }

  /** A virtual host nobody but its owner knows, with a default value written out. */
  public static Node.Obj foreignHost() {
    return (Node.Obj)
        JsonTree.read(
            """
            {"name": "theirs", "domains": ["theirs.example"],
             "include_request_attempt_count": false,
             "routes": [{"match": {"prefix": "/"}, "direct_response": {"status": 418}}]}
            """,
            TreeLimits.VENDOR);
  }
}
