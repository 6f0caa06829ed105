package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What one step of a replay showed; parts that do not apply are empty. */
record Observation(
    ObjectNode response,
    List<ObjectNode> upstreamSaw,
    List<JsonNode> logs,
    Map<String, Integer> statuses,
    Map<String, Double> delta,
    long sentAt) {

  static Observation of(ObjectNode response, List<ObjectNode> saw, long sentAt) {
    return new Observation(response, saw, List.of(), Map.of(), Map.of(), sentAt);
  }

  static Observation ofStatuses(Map<String, Integer> statuses, long sentAt) {
    ObjectNode none = Wires.MAPPER.createObjectNode();
    return new Observation(none, List.of(), List.of(), statuses, Map.of(), sentAt);
  }

  static Observation ofMetrics(Map<String, Double> delta) {
    ObjectNode none = Wires.MAPPER.createObjectNode();
    return new Observation(none, List.of(), List.of(), Map.of(), delta, 0);
  }

  Observation with(List<JsonNode> entries) {
    return new Observation(response, upstreamSaw, entries, statuses, delta, sentAt);
  }
}
