package io.entente.bench.kong;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many entities of each kind a simulated gateway holds. */
record Estate(int services, int routes, int plugins, int upstreams, int consumers) {

  static final Estate SMALL = new Estate(1_000, 1_000, 2_000, 0, 0);
  static final Estate POLLED = new Estate(10_000, 10_000, 20_000, 0, 10_000);
  static final Estate LARGE = new Estate(10_000, 10_000, 20_000, 10_000, 100_000);

  static Estate parse(String text) {
    String[] counts = text.split(",");
    return new Estate(
        number(counts[0]),
        number(counts[1]),
        number(counts[2]),
        number(counts[3]),
        number(counts[4]));
  }

  @Override
  public String toString() {
    return services + "," + routes + "," + plugins + "," + upstreams + "," + consumers;
  }

  int entities() {
    return services + routes + plugins + upstreams + consumers;
  }

  /** Entities as Kong stores them. */
  Map<String, List<ObjectNode>> build() {
    var all = new LinkedHashMap<String, List<ObjectNode>>();
    all.put("services", list(services, 1, Estate::service));
    all.put("routes", list(routes, 2, this::route));
    all.put("plugins", list(plugins, 3, this::plugin));
    all.put("upstreams", list(upstreams, 4, Estate::upstream));
    all.put("consumers", list(consumers, 5, Estate::consumer));
    return all;
  }

  private interface Maker {
    void fill(ObjectNode entity, int number);
  }

  private static List<ObjectNode> list(int count, int kind, Maker maker) {
    var entities = new ArrayList<ObjectNode>(count);
    for (int i = 0; i < count; i++) {
      ObjectNode entity = JsonNodeFactory.instance.objectNode();
      entity.put("id", id(kind, i));
      entity.put("created_at", 1795240404);
      entity.put("updated_at", 1795240404);
      entity.putArray("tags").add("team-" + i % 20);
      maker.fill(entity, i);
      entities.add(entity);
    }
    return entities;
  }

  private static void service(ObjectNode entity, int number) {
    entity.put("name", "service-" + number).put("host", "host-" + number + ".example");
    entity.put("port", 80).put("protocol", "http").put("retries", 5).put("enabled", true);
    entity.put("connect_timeout", 60000).put("read_timeout", 60000).put("write_timeout", 60000);
    entity.putNull("path");
    entity.putNull("client_certificate");
    entity.putNull("ca_certificates");
    entity.putNull("tls_verify");
    entity.putNull("tls_verify_depth");
  }

  private void route(ObjectNode entity, int number) {
    entity.put("name", "route-" + number).put("strip_path", true).put("preserve_host", false);
    entity.put("path_handling", "v0").put("regex_priority", 0).put("request_buffering", true);
    entity.put("response_buffering", true).put("https_redirect_status_code", 426);
    entity.putArray("paths").add("/api/" + number);
    entity.putArray("protocols").add("http").add("https");
    entity.putObject("service").put("id", id(1, number % Math.max(1, services)));
    for (String absent :
        List.of("hosts", "methods", "headers", "snis", "sources", "destinations")) {
      entity.putNull(absent);
    }
  }

  private void plugin(ObjectNode entity, int number) {
    entity.put("name", number % 2 == 0 ? "rate-limiting" : "ip-restriction").put("enabled", true);
    entity.putObject("route").put("id", id(2, number / 2 % Math.max(1, routes)));
    entity.putNull("service");
    entity.putNull("consumer");
    entity.putNull("instance_name");
    entity.putArray("protocols").add("grpc").add("grpcs").add("http").add("https");
    ObjectNode config = entity.putObject("config");
    if (number % 2 == 0) {
      config.put("minute", 100).put("policy", "local").put("limit_by", "consumer");
      config.put("fault_tolerant", true).put("hide_client_headers", false);
      config.putObject("redis").put("port", 6379).put("timeout", 2000).putNull("password");
    } else {
      config.putArray("allow").add("10.0.0.0/8").add("192.168." + number % 250 + ".0/24");
      config.putNull("deny").putNull("message").putNull("status");
    }
  }

  private static void upstream(ObjectNode entity, int number) {
    entity.put("name", "upstream-" + number).put("algorithm", "round-robin").put("slots", 10000);
    entity.put("hash_on", "none").put("hash_fallback", "none").put("use_srv_name", false);
  }

  private static void consumer(ObjectNode entity, int number) {
    entity.put("username", "consumer-" + number).put("custom_id", "c-" + number);
  }

  private static String id(int kind, int number) {
    return "%08d-0000-4000-8000-%012d".formatted(kind, number);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }
}
