package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A decoded, not yet verified token. */
record JwtToken(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {

  /** What is wrong with a token, in the words of the gateway. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  static JwtToken parse(String token) throws Malformed {
    String[] parts = token.split("\\.", 3);
    JsonNode header;
    JsonNode claims;
    try {
      header = Json.MAPPER.readTree(decode(parts[0]));
      claims = Json.MAPPER.readTree(decode(parts.length > 1 ? parts[1] : ""));
    } catch (IOException | IllegalArgumentException broken) {
      throw new Malformed("invalid JSON");
    }
    if (parts.length < 3 || !header.isObject() || !claims.isObject()) {
      throw new Malformed("invalid JSON");
    }
    if (header.hasNonNull("typ") && !header.get("typ").asText().equalsIgnoreCase("JWT")) {
      throw new Malformed("invalid typ");
    }
    if (!JwtSignature.knows(header.path("alg").asText(""))) {
      throw new Malformed("invalid alg");
    }
    byte[] signature;
    try {
      signature = decode(parts[2]);
    } catch (IllegalArgumentException broken) {
      throw new Malformed("invalid signature");
    }
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.ISO_8859_1);
    return new JwtToken(header, claims, signed, signature);
  }

  static byte[] decode(String base64) {
    return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
  }
}
