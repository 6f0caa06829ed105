package io.entente.simulator.kong.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.store.KongStore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

class YamlTextTest {

  private static final List<String> WORDS =
      List.of(
          "plain",
          "yes",
          "null",
          "~",
          "1",
          "1.5",
          "0x1f",
          "a: b",
          "- a",
          "# c",
          "it's",
          "\"q\"",
          " lead",
          "trail ",
          "",
          "two\nlines",
          "é",
          "{a}",
          "[b]",
          "*",
          "&a",
          "!t",
          "%x",
          "@y",
          "a,b",
          "2026-11-21",
          "on",
          "key:",
          "/path",
          "~/regex\\d+",
          "\ttab");

  @RepeatedTest(20)
  void readsBackWhatItWrites() throws JsonProcessingException {
    // Given
    long seed = new Random().nextLong();
    var random = new Random(seed);
    ObjectNode entity = Json.object().put("id", "1");
    entity.put("name", word(random));
    entity.putArray("tags").add(word(random)).add(word(random));
    ObjectNode inner = entity.putObject("config");
    inner.put(word(random) + "k", word(random)).put("n", random.nextInt()).put("b", true);
    inner.putArray("list").addObject().put("x", word(random)).putNull("y");
    inner.putArray("empty");
    inner.putObject("none");
    var store = new KongStore();
    store.load(Map.of("services", List.of(entity)));

    // When
    JsonNode read = YamlText.read(YamlText.write(new Catalogue(), store.current()));

    // Then
    assertThat(read.path("services").path(0)).as("seed " + seed).isEqualTo(entity);
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
