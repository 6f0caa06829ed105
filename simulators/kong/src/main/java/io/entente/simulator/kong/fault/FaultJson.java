package io.entente.simulator.kong.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Faults as JSON: {@code {"faults": [{"effect": "server-error", "status": 503, "on": "next-pages",
 * "from": 2, "times": 1}]}}.
 */
final class FaultJson {

  private FaultJson() {}

  /**
   * Reads faults.
   *
   * @throws IllegalArgumentException naming the value that is wrong
   */
  static List<Fault> read(JsonNode body) {
    if (!body.path("faults").isArray()) {
      throw new IllegalArgumentException("'faults' is not a list");
    }
    List<Fault> faults = new ArrayList<>();
    body.path("faults").forEach(fault -> faults.add(new Fault(effect(fault), trigger(fault))));
    return faults;
  }

  private static Effect effect(JsonNode fault) {
    String name = fault.path("effect").asText();
    return switch (name) {
      case "too-many-requests" -> new Effect.TooManyRequests(fault.path("retry_after").asInt(1));
      case "server-error" -> new Effect.ServerError(fault.path("status").asInt(503));
      case "cut-answer" -> new Effect.CutAnswer();
      case "delay" -> new Effect.Delay(fault.path("millis").asInt(5));
      case "drop-connection" -> new Effect.DropConnection();
      case "lose-answer" -> new Effect.LoseAnswer();
      case "foreign-edit" -> new Effect.ForeignEdit(change(fault.path("request")));
      default -> throw new IllegalArgumentException("effect is '" + name + "': unknown");
    };
  }

  private static Trigger trigger(JsonNode fault) {
    String on = fault.path("on").asText("any");
    return new Trigger(
        Trigger.On.valueOf(on.toUpperCase(Locale.ROOT).replace('-', '_')),
        fault.path("from").asInt(1),
        fault.path("times").asInt(Integer.MAX_VALUE),
        fault.path("share").asDouble(1),
        fault.path("seed").asLong(0),
        fault.path("per_second").asInt(0));
  }

  private static Request change(JsonNode request) {
    return Request.of(
        request.path("method").asText("PATCH"),
        request.path("path").asText(),
        Map.of("Content-Type", "application/json"),
        request.has("body") ? Json.write(request.get("body")) : new byte[0]);
  }
}
