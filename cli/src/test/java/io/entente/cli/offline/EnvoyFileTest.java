package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.entente.model.nativeobject.Blob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Envoy takes what is exported. */
class EnvoyFileTest {

  private static final int FILES = 24;

  @TempDir private Path scratch;

  @Test
  void envoyTakesEveryFile() throws Exception {
    Path envoy = envoy();
    int judged = 0;
    for (long seed = 0; judged < FILES && seed < 100L * FILES; seed++) {
      OfflineTranslation made = Worlds.translated("envoy:1.40", seed);
      if (!made.refused()) {
        judge(envoy, seed, EnvoyFile.of(made).files().get(EnvoyFile.NAME));
        judged++;
      }
    }
    assertThat(judged).isEqualTo(FILES);
  }

  private void judge(Path envoy, long seed, Blob file) throws Exception {
    Path config = Files.write(scratch.resolve(seed + ".yaml"), file.bytes());
    Path log = scratch.resolve(seed + ".log");
    Process process =
        new ProcessBuilder(
                envoy.toString(), "--mode", "validate", "-c", config.toString(), "-l", "error")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(300, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("Envoy ended within 60 s").isTrue();
    assertThat(process.exitValue()).as("seed %d: %s", seed, Files.readString(log)).isZero();
  }

  /** A missing one fails in CI and skips elsewhere. */
  private static Path envoy() throws IOException {
    String named = System.getenv("ENTENTE_ENVOY");
    Path usual =
        Path.of(System.getProperty("entente.root", ".."), ".entente/envoy/envoy-1.40.0/envoy");
    Optional<Path> envoy =
        Optional.of(named == null ? usual : Path.of(named)).filter(Files::isExecutable);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(envoy).as("Envoy is needed in CI: set ENTENTE_ENVOY").isPresent();
    }
    assumeTrue(envoy.isPresent(), "no Envoy here: set ENTENTE_ENVOY to an Envoy 1.40 program");
    return envoy.orElseThrow();
  }
}
