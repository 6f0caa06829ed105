package io.entente.simulator.kong.proxy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Replays what a real gateway did, against the simulator. */
class BehaviourScenariosTest {

  private static final int LANES = 6;
  private static final int RECORDED = 199;
  private static final int EXCLUDED = 26;

  @Test
  void doesWhatTheRecordedGatewayDid() throws Exception {
    // Given
    List<JsonNode> enforced =
        ScenarioFiles.all().stream()
            .filter(scenario -> ScenarioFiles.excludedBy(scenario).isEmpty())
            .sorted(Comparator.comparingLong(BehaviourScenariosTest::duration).reversed())
            .toList();
    Map<String, List<String>> differences = new ConcurrentSkipListMap<>();

    // When
    Queue<JsonNode> queue = new ConcurrentLinkedQueue<>(enforced);
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    var lanes = new ArrayList<Future<?>>();
    for (int i = 0; i < LANES; i++) {
      lanes.add(threads.submit(() -> work(queue, differences)));
    }
    for (Future<?> lane : lanes) {
      lane.get();
    }
    threads.shutdown();

    // Then
    assertThat(enforced).hasSize(RECORDED - EXCLUDED);
    assertThat(differences).hasSize(enforced.size());
    assertThat(new TreeMap<>(differences)).allSatisfy((name, diff) -> assertThat(diff).isEmpty());
  }

  @Test
  void answersPluginsItDoesNotEnforceWithTheirName() throws Exception {
    // Given
    List<JsonNode> excluded =
        ScenarioFiles.all().stream()
            .filter(scenario -> !ScenarioFiles.excludedBy(scenario).isEmpty())
            .toList();
    assertThat(excluded).hasSize(EXCLUDED);

    try (var lane = new Lane()) {
      for (JsonNode scenario : excluded) {
        // When
        ObjectNode firstOnly = scenario.deepCopy();
        JsonNode first = scenario.get("steps").get(0);
        firstOnly.putArray("steps").add(first);
        var replay = new Replay(lane.node(Wires.MAPPER.createObjectNode()), lane.lab());
        ObjectNode response = replay.run(firstOnly).get(0).response();

        // Then
        assertThat(response.get("status").asInt()).as(scenario.get("name").asText()).isEqualTo(500);
        assertThat(response.get("body").asText())
            .containsAnyOf(ScenarioFiles.excludedBy(scenario).toArray(new String[0]));
      }
    }
  }

  private static Void work(Queue<JsonNode> queue, Map<String, List<String>> differences)
      throws Exception {
    try (var lane = new Lane()) {
      for (JsonNode next = queue.poll(); next != null; next = queue.poll()) {
        differences.put(next.get("name").asText(), lane.replay(next));
      }
    }
    return null;
  }

  private static long duration(JsonNode scenario) {
    long last = scenario.path("settle_ms").asLong(0);
    for (JsonNode step : scenario.get("steps")) {
      last = Math.max(last, step.path("at_ms").asLong(0));
    }
    return last;
  }
}
