package io.entente.simulator.apigee.proxy.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A token in three parts.
 *
 * @param signed what the signature is of
 */
public record SignedToken(ObjectNode header, ObjectNode claims, String signed, byte[] signature) {

  public static SignedToken read(String text) throws BadToken {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new BadToken("FailedToDecode");
    }
    return new SignedToken(
        object(parts[0]), object(parts[1]), parts[0] + "." + parts[1], bytes(parts[2]));
  }

  /** A text of the header, empty where there is none. */
  public String headerText(String name) {
    return header.path(name).isTextual() ? header.path(name).asText() : "";
  }

  private static ObjectNode object(String part) throws BadToken {
    try {
      JsonNode node = Json.read(bytes(part));
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new BadToken("FailedToDecode");
    }
    throw new BadToken("InvalidJsonFormat");
  }

  private static byte[] bytes(String part) throws BadToken {
    try {
      return Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new BadToken("FailedToDecode");
    }
  }
}
