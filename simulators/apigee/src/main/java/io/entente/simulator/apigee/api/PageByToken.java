package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Lists with {@code pageSize}, {@code pageToken} and {@code nextPageToken}. */
final class PageByToken {

  private final int defaultSize;
  private final int maximum;

  PageByToken(int defaultSize, int maximum) {
    this.defaultSize = defaultSize;
    this.maximum = maximum;
  }

  /** One page, under a field. */
  ObjectNode page(Request request, String field, List<? extends JsonNode> all) {
    int wanted = request.argument("pageSize").map(Integer::parseInt).orElse(0);
    if (wanted < 0) {
      throw Refusal.invalid("page_size must not be negative");
    }
    int size = wanted == 0 ? defaultSize : Math.min(wanted, maximum);
    int start = request.argument("pageToken").map(PageByToken::start).orElse(0);
    if (start > all.size()) {
      throw Refusal.invalid("page_token is not valid");
    }
    int end = Math.min(all.size(), start + size);
    ObjectNode page = Json.object();
    if (start < end) {
      ArrayNode list = page.putArray(field);
      all.subList(start, end).forEach(list::add);
    }
    if (end < all.size()) {
      page.put("nextPageToken", token(end));
    }
    return page;
  }

  private static String token(int start) {
    return Base64.getUrlEncoder()
        .encodeToString(("from:" + start).getBytes(StandardCharsets.UTF_8));
  }

  private static int start(String token) {
    if (token.isEmpty()) {
      return 0;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith("from:")) {
        return Integer.parseInt(text.substring(5));
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("page_token is not valid");
    }
    throw Refusal.invalid("page_token is not valid");
  }
}
