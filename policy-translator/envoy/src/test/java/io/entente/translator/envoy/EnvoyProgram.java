package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The real Envoy, where there is one: a missing one fails in CI and skips elsewhere. */
final class EnvoyProgram {

  private EnvoyProgram() {}

  static Path require() {
    String named = System.getenv("ENTENTE_ENVOY");
    Path usual =
        Path.of(System.getProperty("entente.root", "."), ".entente/envoy/envoy-1.40.0/envoy");
    Optional<Path> envoy =
        Optional.of(named == null ? usual : Path.of(named)).filter(Files::isExecutable);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(envoy).as("Envoy is needed in CI: set ENTENTE_ENVOY").isPresent();
    }
    assumeTrue(
        envoy.isPresent(), "no Envoy here: set ENTENTE_ENVOY to an Envoy 1.40 program to judge");
    return envoy.orElseThrow();
  }
}
