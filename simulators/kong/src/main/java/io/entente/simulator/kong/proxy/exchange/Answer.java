package io.entente.simulator.kong.proxy.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer the gateway gives itself.
 *
 * @param body empty when the plugin gave none: nginx may then put its own page there
 */
public record Answer(int status, Headers headers, Optional<byte[]> body) {

  public Answer {
    if (status < 100 || status > 999) {
      throw new IllegalArgumentException("status " + status);
    }
  }

  /** A JSON body without a request id. */
  public static Answer json(int status, JsonNode body, Headers headers) {
    try {
      byte[] bytes = Json.MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
      Headers all = Headers.of("Content-Type", Negotiation.JSON).addAll(headers);
      return new Answer(status, all, Optional.of(bytes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that cannot be written", e);
    }
  }

  /** {@code {"message": …}} without a request id. */
  public static Answer message(int status, String message, Headers headers) {
    return json(status, Json.MAPPER.createObjectNode().put("message", message), headers);
  }

  /** Only a status. */
  public static Answer bare(int status) {
    return new Answer(status, new Headers(), Optional.empty());
  }
}
