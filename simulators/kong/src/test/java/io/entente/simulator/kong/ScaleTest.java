package io.entente.simulator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScaleTest {

  private static final Map<String, Integer> SIZES =
      Map.of("services", 10_000, "routes", 10_000, "plugins", 20_000, "consumers", 100_000);

  @Test
  void listsABigEstateInPagesOfAThousand() {
    try (Node node = Node.withDatabase()) {
      // Given
      Map<String, List<ObjectNode>> estate = estate(node);
      long start = System.nanoTime();
      node.running().store().replaceAll(estate);
      Duration loaded = since(start);
      long version = node.running().store().version();

      // When
      start = System.nanoTime();
      Map<String, Integer> seen = new LinkedHashMap<>();
      SIZES.keySet().forEach(collection -> seen.put(collection, count(node, collection)));
      Duration listed = since(start);

      // Then
      System.out.printf(
          "140,000 entities: loaded in %d ms, listed in %d ms%n",
          loaded.toMillis(), listed.toMillis());
      assertThat(seen).isEqualTo(SIZES);
      assertThat(node.running().store().version()).isEqualTo(version);
      assertThat(node.get("/consumers/n77777").status()).isEqualTo(200);
      assertThat(node.get("/services/n7777/plugins").at("/data")).hasSize(2);
      assertThat(listed).isLessThan(Duration.ofSeconds(60));
    }
  }

  /** Copies of one real entity of each kind; service i has route i and plugins 2i and 2i+1. */
  private static Map<String, List<ObjectNode>> estate(Node node) {
    JsonNode service = node.send("POST", "/services", "{\"name\":\"s\",\"host\":\"h\"}").json();
    JsonNode route = node.send("POST", "/services/s/routes", "{\"paths\":[\"/r\"]}").json();
    JsonNode plugin = node.send("POST", "/services/s/plugins", "{\"name\":\"cors\"}").json();
    JsonNode consumer = node.send("POST", "/consumers", "{\"username\":\"c\"}").json();
    Map<String, List<ObjectNode>> estate = new LinkedHashMap<>();
    SIZES.keySet().forEach(collection -> estate.put(collection, new ArrayList<>()));
    for (int i = 0; i < SIZES.get("consumers"); i++) {
      estate.get("consumers").add(copy(consumer, "d", i).put("username", "n" + i));
    }
    for (int i = 0; i < SIZES.get("services"); i++) {
      estate.get("services").add(copy(service, "a", i).put("name", "n" + i));
      ObjectNode below = copy(route, "b", i).put("name", "n" + i);
      below.putObject("service").put("id", id("a", i));
      estate.get("routes").add(below);
    }
    for (int i = 0; i < SIZES.get("plugins"); i++) {
      ObjectNode below = copy(plugin, "c", i).put("name", i % 2 == 0 ? "cors" : "acl");
      below.putObject("service").put("id", id("a", i / 2));
      estate.get("plugins").add(below);
    }
    return estate;
  }

  private static int count(Node node, String collection) {
    int seen = 0;
    String next = "/" + collection + "?size=1000";
    while (!next.equals("null")) {
      JsonNode page = node.get(next).json();
      seen += page.path("data").size();
      next = page.path("next").asText();
    }
    return seen;
  }

  private static ObjectNode copy(JsonNode entity, String kind, int number) {
    ObjectNode copy = entity.deepCopy();
    return copy.put("id", id(kind, number));
  }

  /** Spread as random ids are, but the same in every run. */
  private static String id(String kind, int number) {
    return UUID.nameUUIDFromBytes((kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
