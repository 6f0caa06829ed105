package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.translator.Translation;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Path envoy = EnvoyProgram.require();
    return GoldenCases.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(), () -> judge(envoy, folder)));
  }

  private void judge(Path envoy, Path folder) throws Exception {
    // Given
    Translation translation =
        new EnvoyTranslator().translate(Requests.read(GoldenCases.request(folder)));
    Path bootstrap = scratch.resolve(folder.getFileName() + ".json");
    Files.writeString(
        bootstrap, JsonTree.write(StaticBootstrap.of(GoldenCases.documents(translation))));

    // When
    Path log = scratch.resolve(folder.getFileName() + ".log");
    Process process =
        new ProcessBuilder(
                envoy.toString(), "--mode", "validate", "-c", bootstrap.toString(), "-l", "error")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(300, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }

    // Then
    assertThat(ended).as("Envoy ended within 60 s").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }
}
