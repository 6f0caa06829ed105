package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stated deviation is real: a change of any route fills the buckets of all. */
class ForgottenFlowEffectTest {

  private static final String DOCUMENTS =
      """
      apiVersion: entente.io/v1alpha1
      kind: Api
      metadata: {name: t}
      spec:
        gateways: [edge]
        hosts: ["*"]
        upstream: {endpoints: [{host: 127.0.0.1, port: 1}], connectTimeout: 5s}
        routes:
          - {name: calm, path: {prefix: /calm}}
          - {name: other, path: {prefix: /%s}}
      ---
      apiVersion: entente.io/v1alpha1
      kind: Policy
      metadata: {name: calm}
      spec:
        targetRefs: [{kind: Route, name: t/calm}]
        spikeArrest: {rate: 1, per: minute, burst: 2, key: route}
      """;

  @Test
  void aChangeOfAnotherRouteFillsTheBucket(@TempDir Path scratch) throws Exception {
    // Given
    Path program = EnvoyProgram.require();
    Path routes = scratch.resolve("routes.json");
    Node before = documents("before");
    put(routes, before);
    try (var envoy = new RunningEnvoy(program, scratch, StaticBootstrap.of(before, routes))) {
      assertThat(statuses(envoy)).as("nobody listens upstream").containsExactly(503, 503, 429);

      // When
      put(routes, documents("after"));
      await().atMost(Duration.ofSeconds(20)).until(() -> envoy.call("/after").statusCode() == 503);

      // Then
      assertThat(statuses(envoy)).containsExactly(503, 503, 429);
    }
  }

  private static List<Integer> statuses(RunningEnvoy envoy) {
    return IntStream.range(0, 3).mapToObj(i -> envoy.call("/calm").statusCode()).toList();
  }

  private static Node documents(String other) {
    return GoldenCases.documents(
        new EnvoyTranslator().translate(Requests.read(DOCUMENTS.formatted(other))));
  }

  /** Envoy heeds a file that is moved into its place. */
  private static void put(Path routes, Node documents) throws IOException {
    Path next = routes.resolveSibling("next.json");
    Files.writeString(next, JsonTree.write(StaticBootstrap.routes(documents)));
    Files.move(next, routes, StandardCopyOption.ATOMIC_MOVE);
  }
}
