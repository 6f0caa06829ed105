package io.entente.simulator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScaleTest {

  private static final int CONSUMERS = 100_000;

  @Test
  void listsAHundredThousandConsumersInPagesOfAThousand() {
    try (Node node = Node.withDatabase()) {
      // Given
      List<ObjectNode> consumers = new ArrayList<>(CONSUMERS);
      for (int i = 0; i < CONSUMERS; i++) {
        ObjectNode consumer =
            Json.object()
                .put("id", new UUID(i * 0x9E3779B97F4A7C15L, 0x8000000000000000L | i).toString())
                .put("username", "c" + i)
                .put("created_at", 1)
                .put("updated_at", 1);
        consumer.putNull("custom_id").putNull("tags");
        consumers.add(consumer);
      }
      long start = System.nanoTime();
      node.running().store().load(Map.of("consumers", consumers));
      Duration loaded = Duration.ofNanos(System.nanoTime() - start);

      // When
      start = System.nanoTime();
      int seen = 0;
      String next = "/consumers?size=1000";
      while (!next.equals("null")) {
        Node.Reply page = node.get(next);
        seen += page.at("/data").size();
        next = page.at("/next").asText();
      }
      Duration listed = Duration.ofNanos(System.nanoTime() - start);

      // Then
      System.out.printf(
          "100,000 consumers: loaded in %d ms, listed in %d ms%n",
          loaded.toMillis(), listed.toMillis());
      assertThat(seen).isEqualTo(CONSUMERS);
      assertThat(node.running().store().version()).isEqualTo(1);
      assertThat(node.get("/consumers/c77777").status()).isEqualTo(200);
      assertThat(listed).isLessThan(Duration.ofSeconds(60));
    }
  }
}
