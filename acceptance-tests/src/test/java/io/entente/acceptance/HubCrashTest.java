package io.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.acceptance.kit.Ports;
import io.entente.acceptance.kit.Root;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub is killed, as a process, in the middle of applying a plan and of taking in access logs. A
 * real Envoy serves on throughout. {@code -Dentente.crash.rounds} sets how often.
 */
@Tag("long")
class HubCrashTest {

  private static final long SEED = 20261121;
  private static final int ROUNDS = Integer.getInteger("entente.crash.rounds", 2);
  private static final int APIS_A_ROUND = 60;

  @TempDir private Path folder;
  private Map<String, Integer> ports;
  private HubProcess hub;
  private final List<Process> others = new ArrayList<>();

  @BeforeEach
  void startAll() throws Exception {
    ports = Ports.free(List.of("http", "xds", "gateway", "admin", "upstream"));
    hub = HubProcess.start(folder.resolve("data"), ports.get("http"), ports.get("xds"));
    start(
        "java",
        "-jar",
        Root.path("simulators/practice/target/practice.jar").toString(),
        "upstreams",
        "--port",
        ports.get("upstream").toString());
    hub.post("/api/documents", gateway() + api("steady"));
    applied(plan());
    startEnvoy();
  }

  @AfterEach
  void stopAll() throws InterruptedException {
    others.forEach(Process::destroy);
    for (Process other : others) {
      other.waitFor(20, TimeUnit.SECONDS);
    }
    hub.close();
  }

  @Test
  void journalTellsRePlanConvergesNothingCountedIsMissingAndTrafficIsServedThroughout()
      throws Exception {
    var random = new Random(SEED);
    long counted = 0;
    try (var load = SteadyLoad.start(at("/steady"), 50)) {
      for (int round = 0; round < ROUNDS; round++) {
        // Given
        String prefix = "crash-" + round + "-";
        hub.post("/api/documents", apis(prefix));
        JsonNode plan = plan();
        int steps = plan.get("steps").size();
        int after = 1 + random.nextInt(steps / 2);
        // When
        counted += killDuringApply(plan, after);
        hub.restart();
        // Then
        String where = "seed " + SEED + ", round " + round + ", killed after step " + after;
        Map<String, Long> states = states(settled(plan));
        assertThat(states.getOrDefault("DONE", 0L)).as(where).isBetween((long) after, steps - 1L);
        assertThat(states.keySet()).as(where).isSubsetOf("DONE", "PLANNED");
        applied(plan());
        assertThat(plan().get("empty").asBoolean()).as(where).isTrue();
        assertServed(prefix, where);
        assertInView(counted, where);
      }
      assertThat(load.failures()).isEmpty();
      assertThat(load.answered()).isGreaterThan(100);
    }
  }

  /** Envoy comes back to the restarted hub after a pause of its own choice, up to 30 s. */
  private void assertServed(String prefix, String where) throws Exception {
    Awaitility.await(where + ": Envoy has the new routes")
        .atMost(Duration.ofSeconds(60))
        .until(() -> OneRequest.of(at("/" + prefix + "0")) == 200);
    for (int api = 1; api < APIS_A_ROUND; api++) {
      assertThat(OneRequest.of(at("/" + prefix + api))).as(where).isEqualTo(200);
    }
  }

  /** What the killed hubs had counted is in the view. */
  private void assertInView(long counted, String where) {
    assertThat(counted).as(where + ": entries counted before the kill").isPositive();
    Awaitility.await(where + ": " + counted + " counted entries are in the view")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(inView()).isGreaterThanOrEqualTo(counted));
  }

  /** Kills once {@code after} steps are done; entries durable on Kafka as last seen before. */
  private long killDuringApply(JsonNode plan, int after) throws Exception {
    String path = "/api/plans/" + plan.get("id").asText();
    hub.post(path + "/approve", "{\"hash\": \"" + plan.get("hash").asText() + "\"}");
    var applying =
        CompletableFuture.runAsync(
            () -> {
              try {
                hub.post(path + "/apply", "{}");
              } catch (IOException | InterruptedException e) {
                // The hub is killed before it answers.
                Thread.currentThread().interrupt();
              }
            });
    long published = hub.counter("entente_traffic_published_total");
    while (states(hub.get(path)).getOrDefault("DONE", 0L) < after) {
      published = hub.counter("entente_traffic_published_total");
    }
    hub.kill();
    applying.exceptionally(broken -> null).get(60, TimeUnit.SECONDS);
    return published;
  }

  /** The plan once the restarted hub has settled what was under way. */
  private JsonNode settled(JsonNode plan) {
    String path = "/api/plans/" + plan.get("id").asText();
    return Awaitility.await("the interrupted plan is settled")
        .atMost(Duration.ofSeconds(30))
        .until(() -> hub.get(path), found -> found.get("status").asText().equals("INTERRUPTED"));
  }

  private static Map<String, Long> states(JsonNode plan) {
    var states = new ArrayList<String>();
    plan.get("steps").forEach(step -> states.add(step.get("state").asText()));
    return states.stream().collect(Collectors.groupingBy(state -> state, Collectors.counting()));
  }

  private JsonNode plan() throws Exception {
    return hub.post("/api/plans", "{\"gateway\": \"edge\"}");
  }

  private void applied(JsonNode plan) throws Exception {
    String path = "/api/plans/" + plan.get("id").asText();
    hub.post(path + "/approve", "{\"hash\": \"" + plan.get("hash").asText() + "\"}");
    assertThat(hub.post(path + "/apply", "{}").get("status").asText()).isEqualTo("APPLIED");
  }

  private long inView() throws Exception {
    return hub.get("/api/traffic/summary").at("/total/requests").asLong();
  }

  private void startEnvoy() throws Exception {
    String token = hub.post("/api/gateways/edge/credentials", "").get("token").asText();
    JsonNode bootstrap =
        hub.get("/api/gateways/edge/bootstrap?node=edge-1&adminPort=" + ports.get("admin"));
    Path file = folder.resolve("envoy.json");
    Files.writeString(file, bootstrap.toString().replace("REPLACE_WITH_GATEWAY_TOKEN", token));
    Process found =
        new ProcessBuilder(Root.path("scripts/find-envoy").toString(), "--pinned")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String envoy = new String(found.getInputStream().readAllBytes()).strip();
    start(
        envoy,
        "-c",
        file.toString(),
        "--reject-unknown-dynamic-fields",
        "--concurrency",
        "1",
        "--base-id",
        Integer.toString(ports.get("admin") % 60_000),
        "--log-level",
        "warning");
    Awaitility.await("Envoy serves the first API")
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> OneRequest.of(at("/steady")) == 200);
  }

  private void start(String... command) throws IOException {
    others.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("p" + others.size() + ".log").toFile())
            .start());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + ports.get("gateway") + path);
  }

  private String gateway() {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: edge}
        spec: {vendor: envoy, writes: managed, listener: {address: 127.0.0.1, port: %d}}
        """
        .formatted(ports.get("gateway"));
  }

  private String apis(String prefix) {
    return IntStream.range(0, APIS_A_ROUND)
        .mapToObj(number -> api(prefix + number))
        .collect(Collectors.joining());
  }

  private String api(String name) {
    return """
        ---
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: %1$s}
        spec:
          gateways: [edge]
          upstream: {endpoints: [{host: 127.0.0.1, port: %2$d}]}
          routes: [{name: all, path: {prefix: /%1$s}}]
        """
        .formatted(name, ports.get("upstream"));
  }
}
