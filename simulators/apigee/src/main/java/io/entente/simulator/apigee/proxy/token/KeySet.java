package io.entente.simulator.apigee.proxy.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.Json;
import java.nio.charset.StandardCharsets;

/** A JSON Web Key Set; the token's {@code kid} picks the key. */
public final class KeySet {

  private final JsonNode keys;

  private KeySet(JsonNode keys) {
    this.keys = keys;
  }

  /**
   * @throws IllegalArgumentException not JSON, or without {@code keys}
   */
  public static KeySet read(String text) {
    try {
      JsonNode keys = Json.read(text.getBytes(StandardCharsets.UTF_8)).path("keys");
      if (!keys.isArray()) {
        throw new IllegalArgumentException("a key set without keys");
      }
      return new KeySet(keys);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a key set that is no JSON", e);
    }
  }

  /** The key of that name that is not for another algorithm. */
  JsonNode key(String kid, String algorithm) throws BadToken {
    if (kid.isEmpty()) {
      throw new BadToken("KeyIdMissing");
    }
    for (JsonNode key : keys) {
      boolean fits = !key.has("alg") || key.path("alg").asText().equals(algorithm);
      if (key.path("kid").asText().equals(kid) && fits) {
        return key;
      }
    }
    throw new BadToken("NoMatchingPublicKey");
  }
}
