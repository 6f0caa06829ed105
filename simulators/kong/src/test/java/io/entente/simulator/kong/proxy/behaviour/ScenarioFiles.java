package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The recorded scenarios in the test resources. */
final class ScenarioFiles {

  /** Plugins no scenario can be replayed with, and why. */
  static final java.util.Map<String, String> NOT_ENFORCED =
      java.util.Map.of(
          "pre-function", "it runs arbitrary Lua",
          "post-function", "it runs arbitrary Lua",
          "ai-proxy", "AI plugins are out of scope",
          "ai-prompt-guard", "AI plugins are out of scope",
          "ai-prompt-decorator", "AI plugins are out of scope");

  private ScenarioFiles() {}

  static List<JsonNode> all() {
    try (Stream<Path> files =
        Files.list(Path.of(ScenarioFiles.class.getResource("/behaviour/3.9.1").toURI()))) {
      return files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(ScenarioFiles::read)
          .toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Plugins of a scenario that are not enforced. */
  static Set<String> excludedBy(JsonNode scenario) {
    var names = new TreeSet<String>();
    for (JsonNode plugin : scenario.at("/config/plugins")) {
      names.add(plugin.get("name").asText());
    }
    names.retainAll(NOT_ENFORCED.keySet());
    return names;
  }

  private static JsonNode read(Path file) {
    try {
      return Wires.MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
