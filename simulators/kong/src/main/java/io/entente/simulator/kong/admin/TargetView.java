package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;

/** A target as the balancer of Kong describes it. */
final class TargetView {

  private TargetView() {}

  /** Host, port, weight and its one address: names are not resolved here. */
  static ObjectNode host(JsonNode target) {
    String text = target.path("target").asText();
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, colon);
    int port = Integer.parseInt(text.substring(colon + 1));
    int weight = target.path("weight").asInt();
    ObjectNode view =
        Json.object().put("dns", "A").put("port", port).put("host", host).put("nodeWeight", weight);
    view.set("weight", weight(weight, weight));
    view.putArray("addresses").addObject().put("port", port).put("weight", weight).put("ip", host);
    return view;
  }

  static ObjectNode weight(int total, int available) {
    return Json.object()
        .put("total", total)
        .put("unavailable", total - available)
        .put("available", available);
  }
}
