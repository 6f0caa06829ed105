package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Forms;
import io.entente.simulator.kong.http.Multipart;
import io.entente.simulator.kong.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The fields of a request.
 *
 * @param isForm whether all values are texts, whose types the schema has to infer
 */
record Body(ObjectNode fields, boolean isForm) {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  /** Whether Kong reads such a body at all. */
  static boolean isReadable(Request request) {
    String type = type(request);
    return type.startsWith(JSON)
        || type.startsWith(FORM)
        || type.startsWith(MULTIPART)
        || (type.isEmpty() && request.body().length == 0);
  }

  /**
   * Decodes the body.
   *
   * @throws Refusal for text that is no JSON, and for JSON that is no object
   */
  static Body of(Request request) {
    String type = type(request);
    if (type.startsWith(MULTIPART)) {
      return new Body(Multipart.decode(request), true);
    }
    if (type.startsWith(FORM)) {
      return new Body(Forms.decode(new String(request.body(), StandardCharsets.UTF_8)), true);
    }
    return new Body(request.body().length == 0 ? Json.object() : json(request.body()), false);
  }

  private static ObjectNode json(byte[] body) {
    JsonNode node;
    try {
      node = Json.read(body);
    } catch (JsonProcessingException e) {
      throw Refusal.plain(400, "Cannot parse JSON body");
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.plain(500, "An unexpected error occurred");
  }

  private static String type(Request request) {
    return request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
  }
}
