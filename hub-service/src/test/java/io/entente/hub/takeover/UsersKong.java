package io.entente.hub.takeover;

import static io.restassured.RestAssured.given;

import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Kong with plugins as people write them: some fields set, some tags, some wider than a route.
 */
public final class UsersKong implements AutoCloseable {

  public static final String LIMIT = "11111111-aaaa-4111-8111-111111111111";
  static final String CORS = "22222222-aaaa-4222-8222-222222222222";
  static final String ADDRESSES = "33333333-aaaa-4333-8333-333333333333";
  static final String SIZE = "44444444-aaaa-4444-8444-444444444444";
  static final String KEYS = "55555555-aaaa-4555-8555-555555555555";
  static final String ON_SERVICE = "66666666-aaaa-4666-8666-666666666666";
  static final String EVERYWHERE = "77777777-aaaa-4777-8777-777777777777";
  static final String DISABLED = "88888888-aaaa-4888-8888-888888888888";
  static final List<String> TAKEABLE = List.of(LIMIT, CORS, ADDRESSES, SIZE, KEYS);

  private static final String ORDERS = "aaaaaaaa-0001-4000-8000-000000000001";
  private static final String BILLS = "aaaaaaaa-0002-4000-8000-000000000002";
  private static final String SERVICE = "aaaaaaaa-0003-4000-8000-000000000003";

  private static final String DOCUMENT =
      """
      _format_version: "3.0"
      services:
      - {id: %3$s, name: shop, url: "http://127.0.0.1:9"}
      routes:
      - {id: %1$s, name: orders-route, service: %3$s, paths: [/orders]}
      - {id: %2$s, name: bills-route, service: %3$s, paths: [/bills]}
      plugins:
      - {id: %4$s, name: rate-limiting, route: %1$s, tags: [team-a], config: {minute: 10, limit_by: ip, policy: local}}
      - {id: %5$s, name: cors, route: %1$s, config: {origins: ["https://shop.example"], credentials: true, max_age: 60}}
      - {id: %6$s, name: ip-restriction, route: %2$s, config: {allow: [10.0.0.0/8, 127.0.0.0/8]}}
      - {id: %7$s, name: request-size-limiting, route: %2$s, config: {allowed_payload_size: 8}}
      - {id: %8$s, name: key-auth, route: %2$s, config: {key_names: [x-key], key_in_query: false, run_on_preflight: false}}
      - {id: %9$s, name: rate-limiting, service: %3$s, config: {minute: 100, limit_by: ip, policy: local}}
      - {id: %10$s, name: prometheus}
      - {id: %11$s, name: request-termination, route: %1$s, enabled: false, config: {message: closed}}
      """
          .formatted(
              ORDERS,
              BILLS,
              SERVICE,
              LIMIT,
              CORS,
              ADDRESSES,
              SIZE,
              KEYS,
              ON_SERVICE,
              EVERYWHERE,
              DISABLED);

  private final KongNode node;
  private final boolean database;

  private UsersKong(KongNode node, boolean database) {
    this.node = node;
    this.database = database;
  }

  /** With a database, or with one declarative document. */
  public static UsersKong start(boolean database) throws IOException {
    var options = database ? Options.defaults() : Options.defaults().withDatabase(Database.OFF);
    var kong = new UsersKong(KongSimulator.start(options), database);
    if (database) {
      kong.fill();
    } else {
      kong.call().body(Map.of("config", DOCUMENT)).post("/config").then().statusCode(201);
    }
    return kong;
  }

  private void fill() {
    put("services/" + SERVICE, "{\"name\": \"shop\", \"url\": \"http://127.0.0.1:9\"}");
    put(
        "services/" + SERVICE + "/routes/" + ORDERS,
        "{\"name\": \"orders-route\", \"paths\": [\"/orders\"]}");
    put(
        "services/" + SERVICE + "/routes/" + BILLS,
        "{\"name\": \"bills-route\", \"paths\": [\"/bills\"]}");
    put(
        "routes/" + ORDERS + "/plugins/" + LIMIT,
        """
        {"name": "rate-limiting", "tags": ["team-a"],
         "config": {"minute": 10, "limit_by": "ip", "policy": "local"}}""");
    put(
        "routes/" + ORDERS + "/plugins/" + CORS,
        """
        {"name": "cors", "config":
         {"origins": ["https://shop.example"], "credentials": true, "max_age": 60}}""");
    put(
        "routes/" + BILLS + "/plugins/" + ADDRESSES,
        """
        {"name": "ip-restriction", "config": {"allow": ["10.0.0.0/8", "127.0.0.0/8"]}}""");
    put(
        "routes/" + BILLS + "/plugins/" + SIZE,
        """
        {"name": "request-size-limiting", "config": {"allowed_payload_size": 8}}""");
    put(
        "routes/" + BILLS + "/plugins/" + KEYS,
        """
        {"name": "key-auth", "config":
         {"key_names": ["x-key"], "key_in_query": false, "run_on_preflight": false}}""");
    put(
        "services/" + SERVICE + "/plugins/" + ON_SERVICE,
        """
        {"name": "rate-limiting", "config":
         {"minute": 100, "limit_by": "ip", "policy": "local"}}""");
    put("plugins/" + EVERYWHERE, "{\"name\": \"prometheus\"}");
    put(
        "routes/" + ORDERS + "/plugins/" + DISABLED,
        """
        {"name": "request-termination", "enabled": false, "config": {"message": "closed"}}""");
  }

  private void put(String path, String body) {
    call().body(body).put("/" + path).then().statusCode(200);
  }

  /** Somebody's hand edit; of a Kong with database only. */
  void patch(String plugin, String body) {
    call().body(body).patch("/plugins/" + plugin).then().statusCode(200);
  }

  private io.restassured.specification.RequestSpecification call() {
    return given().baseUri(admin()).contentType("application/json");
  }

  /** The place of a plugin as an import names it. */
  public String place(String plugin) {
    return database ? "plugins/" + plugin : "declarative_config/config#plugins[id=" + plugin + "]";
  }

  /** Every plugin by its id, but for when it was written. */
  public SortedMap<String, Map<String, Object>> plugins() {
    var all = new TreeMap<String, Map<String, Object>>();
    for (Map<String, Object> plugin : entities("plugins")) {
      all.put(String.valueOf(plugin.get("id")), untimed(plugin));
    }
    return all;
  }

  /** Everything else there is. */
  Map<String, Object> others() {
    return Map.of(
        "services", entities("services").stream().map(UsersKong::untimed).toList(),
        "routes", entities("routes").stream().map(UsersKong::untimed).toList());
  }

  private List<Map<String, Object>> entities(String list) {
    return given().baseUri(admin()).get("/" + list + "?size=1000").jsonPath().getList("data");
  }

  private static Map<String, Object> untimed(Map<String, Object> entity) {
    var copy = new TreeMap<>(entity);
    copy.remove("created_at");
    copy.remove("updated_at");
    // A set: a document is loaded with what is ours in canonical form, which sorts it.
    copy.computeIfPresent(
        "protocols",
        (name, value) -> ((List<?>) value).stream().map(String::valueOf).sorted().toList());
    return copy;
  }

  String admin() {
    return "http://127.0.0.1:" + node.adminPort();
  }

  /** The gateway's document; no Api document names its routes. */
  public String gateway(String name) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %s}
        spec: {vendor: kong, writes: managed, connection: {admin: "%s"}}
        """
        .formatted(name, admin());
  }

  @Override
  public void close() {
    node.close();
  }
}
