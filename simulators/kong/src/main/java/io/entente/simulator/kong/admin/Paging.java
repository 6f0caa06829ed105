package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Request;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * {@code size}, {@code offset} and {@code next}. An offset names the last entity that was shown.
 */
final class Paging {

  private static final int DEFAULT_SIZE = 100;
  private static final int MAX_SIZE = 1000;

  private Paging() {}

  static int size(Request request) {
    Optional<String> text = request.argument("size");
    if (text.isEmpty()) {
      return DEFAULT_SIZE;
    }
    BigDecimal size;
    try {
      size = new BigDecimal(text.get());
    } catch (NumberFormatException e) {
      throw Refusal.size("size must be a number");
    }
    boolean isWhole = size.stripTrailingZeros().scale() <= 0;
    if (!isWhole || size.intValue() < 1 || size.intValue() > MAX_SIZE) {
      throw Refusal.size("size must be an integer between 1 and " + MAX_SIZE);
    }
    return size.intValue();
  }

  /** What the offset of the request names; empty for the first page. */
  static Optional<JsonNode> after(Request request) {
    return request.argument("offset").map(Paging::decode);
  }

  static String encode(String... last) {
    ArrayNode position = Json.NODES.arrayNode();
    List.of(last).forEach(position::add);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(position));
  }

  /** {@code {data, next, offset}}; the offset is absent on the last page. */
  static ObjectNode page(ArrayNode data, Optional<String> offset, String nextPath) {
    ObjectNode page = Json.object();
    page.set("data", data);
    offset.ifPresentOrElse(
        text -> page.put("next", nextPath.replace("{offset}", text)).put("offset", text),
        () -> page.putNull("next"));
    return page;
  }

  private static JsonNode decode(String offset) {
    byte[] text;
    try {
      text = Base64.getUrlDecoder().decode(offset);
    } catch (IllegalArgumentException e) {
      throw Refusal.offset(offset, "bad base64 encoding");
    }
    try {
      JsonNode position = Json.read(text);
      if (position.isArray() && position.path(0).isTextual()) {
        return position;
      }
    } catch (JsonProcessingException e) {
      // as any other text that names no position
    }
    throw Refusal.offset(offset, "bad json encoding");
  }
}
