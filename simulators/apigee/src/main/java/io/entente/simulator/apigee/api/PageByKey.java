package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Lists with {@code count} and {@code startKey}, which is the first entity of the page. */
final class PageByKey {

  private static final int MAXIMUM = 1000;

  private PageByKey() {}

  /**
   * One page.
   *
   * @throws Refusal 404 when nothing has the start key
   */
  static List<ObjectNode> page(Request request, TreeMap<String, ObjectNode> all) {
    long count = request.argument("count").map(Long::parseLong).orElse((long) MAXIMUM);
    if (count < 1 || count > MAXIMUM) {
      throw Refusal.invalid("count must be between 1 and " + MAXIMUM);
    }
    Collection<ObjectNode> rest =
        request
            .argument("startKey")
            .filter(key -> !key.isEmpty())
            .map(
                key -> {
                  if (!all.containsKey(key)) {
                    throw Refusal.notFound("no entity has the start key " + key);
                  }
                  return all.tailMap(key, true).values();
                })
            .orElse(all.values());
    return rest.stream().limit(count).toList();
  }
}
