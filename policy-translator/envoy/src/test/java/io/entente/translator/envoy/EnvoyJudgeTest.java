package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import io.entente.translator.envoy.emit.Proto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Envoy itself is the judge: it must take what every golden case emits. */
class EnvoyJudgeTest {

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> envoyTakesWhatIsEmitted() throws IOException {
    Optional<Path> envoy = envoy();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(envoy).as("Envoy is needed in CI: set ENTENTE_ENVOY").isPresent();
    }
    assumeTrue(
        envoy.isPresent(), "no Envoy here: set ENTENTE_ENVOY to an Envoy 1.40 program to judge");
    return GoldenCases.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(), () -> judge(envoy.orElseThrow(), folder)));
  }

  private void judge(Path envoy, Path folder) throws Exception {
    // Given
    Translation translation = GoldenCases.translate(folder);
    Path bootstrap = scratch.resolve(folder.getFileName() + ".json");
    Files.writeString(bootstrap, JsonTree.write(bootstrap(GoldenCases.documents(translation))));

    // When
    Path log = scratch.resolve(folder.getFileName() + ".log");
    Process process =
        new ProcessBuilder(
                envoy.toString(), "--mode", "validate", "-c", bootstrap.toString(), "-l", "error")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }

    // Then
    assertThat(ended).as("Envoy ended within 60 s").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  private static Optional<Path> envoy() {
    String named = System.getenv("ENTENTE_ENVOY");
    Path usual =
        Path.of(System.getProperty("entente.root", "."), ".entente/envoy/envoy-1.40.0/envoy");
    return Optional.of(named == null ? usual : Path.of(named)).filter(Files::isExecutable);
  }

  /** A static bootstrap: the routes stand in the listener instead of coming over ADS. */
  private static Node bootstrap(Node documents) {
    var clusters = new ArrayList<Node>();
    ((Node.Obj) documents)
        .fields()
        .forEach(
            (key, node) -> {
              if (key.startsWith("cluster/")) {
                clusters.add(node);
              }
            });
    clusters.add(Proto.message("name", EnvoyNames.HUB_CLUSTER));
    Node listener =
        withRoutes(
            Requests.field(documents, EnvoyNames.LISTENER.toString()),
            Requests.field(documents, EnvoyNames.ROUTES.toString()));
    return Proto.message("node", Proto.message("id", "judge").with("cluster", Node.text("judge")))
        .with(
            "static_resources",
            Proto.message("listeners", Node.arr(List.of(listener)))
                .with("clusters", Node.arr(clusters)));
  }

  private static Node withRoutes(Node listener, Node routes) {
    Node chain = Requests.items(listener, "filter_chains").get(0);
    var filter = (Node.Obj) Requests.items(chain, "filters").get(0);
    var manager = (Node.Obj) Requests.field(filter, "typed_config");
    Node changed = filter.with("typed_config", manager.without("rds").with("route_config", routes));
    return ((Node.Obj) listener)
        .with("filter_chains", Proto.list(Proto.message("filters", Proto.list(changed))));
  }
}
