package io.entente.simulator.apigee.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.Json;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** An answer of the simulator. */
public record Reply(int status, HttpHeaders headers, byte[] body) {

  /** A place in the JSON body. */
  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  public String text(String pointer) {
    return at(pointer).asText();
  }

  /** The texts of a list, or of one field of its entries. */
  public List<String> texts(String pointer, String field) {
    List<String> found = new ArrayList<>();
    at(pointer)
        .forEach(node -> found.add(field.isEmpty() ? node.asText() : node.path(field).asText()));
    return found;
  }

  public JsonNode json() {
    try {
      return Json.read(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(
          "not JSON: " + new String(body, java.nio.charset.StandardCharsets.UTF_8), e);
    }
  }
}
