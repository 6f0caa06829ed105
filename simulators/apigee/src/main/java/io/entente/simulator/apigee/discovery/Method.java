package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A method of the API.
 *
 * @param id as in the document, without {@code apigee.organizations.}
 * @param query schemas of its arguments, common ones included
 * @param request schema of the body; an empty object when there is none
 * @param response schema of the answer
 */
public record Method(
    String id,
    String verb,
    PathTemplate path,
    Map<String, JsonNode> query,
    JsonNode request,
    JsonNode response) {

  public Method {
    query = Map.copyOf(query);
  }

  /** Whether the body is taken as it is. */
  boolean takesAnyBody() {
    return isRaw(request);
  }

  /** Whether the answer can be other than JSON. */
  boolean answersAnyBody() {
    return isRaw(response);
  }

  private static boolean isRaw(JsonNode schema) {
    return schema.path("$ref").asText().equals("GoogleApiHttpBody");
  }
}
