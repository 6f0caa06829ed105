package io.entente.connector.envoy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the real Envoy: ENTENTE_ENVOY, else where {@code scripts/find-envoy} puts it. */
final class EnvoyBinary {

  private EnvoyBinary() {}

  /** Fails on CI when there is none: a run without the real Envoy proves nothing there. */
  static Path require() {
    String set = System.getenv("ENTENTE_ENVOY");
    Path product =
        Path.of(System.getProperty("entente.root", "."), ".entente/envoy/envoy-1.40.0/envoy");
    var found =
        Stream.of(set == null ? product : Path.of(set), product)
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("no Envoy at ENTENTE_ENVOY nor " + product);
    }
    assumeTrue(found.isPresent(), "no Envoy here: run scripts/find-envoy");
    return found.get();
  }
}
