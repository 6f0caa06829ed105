package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A lab and its nodes, one for each kind of node settings; replays one scenario at a time. */
final class Lane implements AutoCloseable {

  /** A replay that was later than this is no evidence: the machine was busy elsewhere. */
  private static final long TOO_LATE_MILLIS = 40;

  private static final int MOST_REPLAYS = 4;

  private final Lab lab;
  private final Map<JsonNode, KongNode> nodes = new HashMap<>();

  Lane() throws IOException {
    this(Upstream.Style.AS_ASKED);
  }

  Lane(Upstream.Style style) throws IOException {
    this.lab = new Lab(style);
  }

  Lab lab() {
    return lab;
  }

  KongNode node(JsonNode settings) throws IOException {
    KongNode node = nodes.get(settings);
    if (node == null) {
      var environment = new HashMap<String, String>();
      settings
          .properties()
          .forEach(
              e ->
                  environment.put(
                      "KONG_" + e.getKey().toUpperCase(Locale.ROOT), e.getValue().asText()));
      node = KongSimulator.start(Options.defaults().withSettings(NodeSettings.from(environment)));
      nodes.put(settings, node);
    }
    return node;
  }

  /** What differed from the recording. */
  List<String> replay(JsonNode scenario) {
    try {
      List<String> differences = List.of();
      for (int i = 0; i < MOST_REPLAYS; i++) {
        JsonNode settings =
            scenario.has("node") ? scenario.get("node") : Wires.MAPPER.createObjectNode();
        var replay = new Replay(node(settings), lab);
        List<Observation> seen = replay.run(scenario);
        differences = new Comparison(scenario, lab.ports(), replay.proxyPort()).differences(seen);
        if (differences.isEmpty() || replay.latestBy() < TOO_LATE_MILLIS) {
          return differences;
        }
      }
      return differences;
    } catch (IOException | InterruptedException | RuntimeException e) {
      return List.of("could not run: " + e);
    }
  }

  @Override
  public void close() {
    nodes.values().forEach(KongNode::close);
    lab.close();
  }
}
