package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a replay with its recording, but for what may vary. */
final class Comparison {

  private final JsonNode scenario;
  private final JsonNode tolerance;
  private final boolean counts;
  private final boolean hashed;
  private final Normal recordedNormal;
  private final Normal gotNormal;
  private final HeaderComparison headers;
  private final List<String> differences = new ArrayList<>();
  private final List<Map<String, Integer>> tallies = new ArrayList<>();

  Comparison(JsonNode scenario, Map<String, Integer> ports, int proxyPort) {
    this.scenario = scenario;
    this.tolerance = scenario.path("tolerance");
    this.counts = tolerance.path("at").asText("").equals("counts");
    // Which target a hash means depends on ports; that equal values go the same way does not.
    this.hashed = scenario.toString().contains("\"consistent-hashing\"");
    var recorded = new LinkedHashMap<String, String>();
    recorded.put("proxy", scenario.path("recorded_with").path("proxy").asText("127.0.0.1:8000"));
    scenario
        .path("recorded_with")
        .path("upstreams")
        .properties()
        .forEach(e -> recorded.put(e.getKey(), e.getValue().asText()));
    var mine = new LinkedHashMap<String, String>();
    mine.put("proxy", Lab.HOST + ":" + proxyPort);
    ports.forEach((name, port) -> mine.put(name, Lab.HOST + ":" + port));
    this.recordedNormal = new Normal(recorded);
    this.gotNormal = new Normal(mine);
    this.headers = new HeaderComparison(recordedNormal, gotNormal);
    for (int i = 0; i < 4; i++) {
      tallies.add(new TreeMap<>());
    }
  }

  List<String> differences(List<Observation> observations) {
    for (int i = 0; i < observations.size(); i++) {
      step("step " + i + " ", scenario.get("steps").get(i), observations.get(i));
    }
    if (counts) {
      int slack = tolerance.path("at_slack").asInt(0);
      tally("upstreams", tallies.get(0), tallies.get(1), slack);
      tally("statuses", tallies.get(2), tallies.get(3), slack);
    }
    return differences;
  }

  private void step(String where, JsonNode step, Observation got) {
    if (step.has("metrics")) {
      var recorded = new TreeMap<String, Double>();
      step.path("delta")
          .properties()
          .forEach(e -> recorded.put(e.getKey(), e.getValue().asDouble()));
      equal(where + "metrics", recorded, got.delta());
    } else if (step.has("parallel")) {
      parallel(where, step, got);
    } else if (step.has("admin")) {
      equal(
          where + "status",
          step.at("/response/status").asInt(),
          got.response().get("status").asInt());
    } else if (step.has("response")) {
      response(where, step, got);
    }
  }

  private void parallel(String where, JsonNode step, Observation got) {
    JsonNode between = step.at("/tolerance/admitted_between");
    int admitted = got.statuses().getOrDefault("200", 0);
    if (admitted < between.get(0).asInt() || admitted > between.get(1).asInt()) {
      differences.add(where + "admitted " + admitted + ", tolerated " + between);
    }
  }

  private void response(String where, JsonNode step, Observation got) {
    JsonNode recorded = step.get("response");
    int status = got.response().get("status").asInt();
    if (counts) {
      tallies.get(2).merge(recorded.get("status").asText(), 1, Integer::sum);
      tallies.get(3).merge(String.valueOf(status), 1, Integer::sum);
    } else if (recorded.get("status").asInt() != status) {
      equal(where + "status", recorded.get("status"), status + " " + got.response().path("body"));
      return;
    }
    equal(where + "interim", recorded.path("interim"), got.response().path("interim"));
    equal(where + "note", recorded.path("note"), got.response().path("note"));
    ObjectNode tolerated = Wires.MAPPER.createObjectNode();
    tolerance.path("headers").properties().forEach(e -> tolerated.set(e.getKey(), e.getValue()));
    step.at("/tolerance/headers")
        .properties()
        .forEach(e -> tolerated.set(e.getKey(), e.getValue()));
    if (counts || hashed) {
      tolerated.put("x-upstream", "present");
    }
    long recordedAt = step.path("sent_epoch_ms").asLong();
    headers
        .differences(
            recorded.get("headers"),
            got.response().get("headers"),
            HeaderComparison.RESPONSE_VARIES,
            tolerated,
            recordedAt,
            got.sentAt())
        .forEach(d -> differences.add(where + d));
    boolean anyBody = counts || hashed || tolerates(step, "body");
    if (!anyBody) {
      equal(
          where + "body",
          recordedNormal.body(recorded.path("body")),
          gotNormal.body(got.response().path("body")));
    }
    if (!tolerates(step, "upstream_saw")) {
      upstream(where + "upstream ", step, got);
    }
    if (step.hasNonNull("log_saw")) {
      var logs = Wires.MAPPER.createArrayNode().addAll(got.logs());
      equal(where + "log", recordedNormal.log(step.get("log_saw")), gotNormal.log(logs));
    }
  }

  private void upstream(String where, JsonNode step, Observation got) {
    List<JsonNode> recorded = list(step.path("upstream_saw"));
    if (recorded.size() != got.upstreamSaw().size()) {
      equal(where + "requests", recorded.size(), got.upstreamSaw().size());
      return;
    }
    for (int i = 0; i < recorded.size(); i++) {
      JsonNode a = recorded.get(i);
      JsonNode b = got.upstreamSaw().get(i);
      tallies.get(0).merge(a.get("at").asText(), 1, Integer::sum);
      tallies.get(1).merge(b.get("at").asText(), 1, Integer::sum);
      boolean anywhere = counts || hashed;
      if (!anywhere) {
        equal(where + "at", a.get("at"), b.get("at"));
      }
      equal(where + "method", a.get("method"), b.get("method"));
      equal(
          where + "path",
          recordedNormal.text(a.get("path").asText()),
          gotNormal.text(b.get("path").asText()));
      if (!tolerates(step, "upstream_body")) {
        String type = Wires.first(a.get("headers"), "content-type");
        equal(
            where + "body",
            recordedNormal.requestBody(a.get("body"), type),
            gotNormal.requestBody(b.get("body"), type));
      }
      ObjectNode tolerated = Wires.MAPPER.createObjectNode();
      tolerance
          .path("upstream_headers")
          .properties()
          .forEach(e -> tolerated.set(e.getKey(), e.getValue()));
      if (anywhere) {
        tolerated.put("host", "present");
      }
      headers
          .differences(
              a.get("headers"), b.get("headers"), HeaderComparison.UPSTREAM_VARIES, tolerated, 0, 0)
          .forEach(d -> differences.add(where + d));
    }
  }

  private boolean tolerates(JsonNode step, String what) {
    return tolerance.path(what).asText("").equals("ignore")
        || step.path("tolerance").path(what).asText("").equals("ignore");
  }

  private void tally(String what, Map<String, Integer> a, Map<String, Integer> b, int slack) {
    Set<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      if (Math.abs(a.getOrDefault(name, 0) - b.getOrDefault(name, 0)) > slack) {
        differences.add(what + ": recorded " + a + ", got " + b);
        return;
      }
    }
  }

  private void equal(String what, Object recorded, Object got) {
    if (!recorded.equals(got)) {
      differences.add(what + ": recorded " + recorded + ", got " + got);
    }
  }

  /** Nothing, one or several, as the scenarios write it. */
  static List<JsonNode> list(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(node);
    }
    var list = new ArrayList<JsonNode>();
    node.forEach(list::add);
    return list;
  }
}
