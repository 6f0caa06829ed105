package io.entente.simulator.kong.proxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import java.util.Optional;

/** An address of a target. */
record WeightedAddress(String targetId, String target, Address address, int weight) {

  /** Empty when the name of the target does not resolve. */
  static Optional<WeightedAddress> of(JsonNode target) {
    String text = Json.text(target, "target", "");
    int colon = text.lastIndexOf(':');
    boolean ported = colon > 0 && text.substring(colon + 1).matches("[0-9]+");
    String host = ported ? text.substring(0, colon) : text;
    int port = ported ? Integer.parseInt(text.substring(colon + 1)) : 8000;
    int weight = Json.whole(target, "weight", 100);
    return Names.resolve(host)
        .map(ip -> new WeightedAddress(Json.id(target), text, new Address(ip, port, host), weight));
  }
}
