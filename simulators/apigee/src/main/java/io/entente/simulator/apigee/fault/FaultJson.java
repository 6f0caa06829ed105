package io.entente.simulator.apigee.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A fault as JSON: {@code {"match": {"method": "GET", "path": "/v1/organizations/acme/apis"},
 * "after": 0, "times": 1, "effect": "status", "code": 503, "body": {…}}}. Effects: {@code status}
 * (code, body), {@code too-many-requests} (retryAfter), {@code slow} (millis), {@code
 * drop-connection}, {@code lose-answer}, {@code truncate-body}, {@code cut-list}.
 */
final class FaultJson {

  private FaultJson() {}

  /**
   * Reads a fault.
   *
   * @throws IllegalArgumentException naming the value that is wrong
   */
  static Fault read(JsonNode fault) {
    JsonNode match = fault.path("match");
    return new Fault(
        new Match(match.path("method").asText("*"), match.path("path").asText("/**")),
        fault.path("after").asInt(0),
        fault.path("times").asInt(Integer.MAX_VALUE),
        effect(fault));
  }

  private static Effect effect(JsonNode fault) {
    String name = fault.path("effect").asText();
    return switch (name) {
      case "status" ->
          new Effect.Status(fault.path("code").asInt(503), Optional.ofNullable(fault.get("body")));
      case "too-many-requests" -> new Effect.TooManyRequests(fault.path("retryAfter").asInt(1));
      case "slow" -> new Effect.Slow(fault.path("millis").asInt(1000));
      case "drop-connection" -> new Effect.DropConnection();
      case "lose-answer" -> new Effect.LoseAnswer();
      case "truncate-body" -> new Effect.TruncateBody();
      case "cut-list" -> new Effect.CutList();
      default -> throw new IllegalArgumentException("effect is '" + name + "': unknown");
    };
  }
}
