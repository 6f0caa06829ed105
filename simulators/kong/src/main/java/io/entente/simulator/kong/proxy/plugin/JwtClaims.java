package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.config.Json;

/** Time claims of a token. */
final class JwtClaims {

  private JwtClaims() {}

  /** Claim to what is wrong with it; empty when all is well. A claim to verify must be there. */
  static ObjectNode errors(JsonNode claims, JsonNode config) {
    ObjectNode errors = Json.MAPPER.createObjectNode();
    long now = System.currentTimeMillis() / 1000;
    for (String name : Json.texts(config, "claims_to_verify")) {
      JsonNode claim = claims.path(name);
      if (!claim.isNumber()) {
        errors.put(name, "must be a number");
      } else if (name.equals("exp") && claim.asDouble() <= now) {
        errors.put(name, "token expired");
      } else if (name.equals("nbf") && claim.asDouble() > now) {
        errors.put(name, "token not valid yet");
      }
    }
    double longest = Json.number(config, "maximum_expiration", 0);
    JsonNode exp = claims.path("exp");
    if (errors.isEmpty() && longest > 0 && (!exp.isNumber() || exp.asDouble() - now > longest)) {
      errors.put("exp", "exceeds maximum allowed expiration");
    }
    return errors;
  }
}
