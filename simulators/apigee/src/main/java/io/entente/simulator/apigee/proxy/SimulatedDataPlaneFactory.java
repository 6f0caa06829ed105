package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.plane.DataPlaneFactory;
import io.entente.simulator.apigee.plane.RequestFacts;
import io.entente.simulator.apigee.proxy.tls.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Found by ServiceLoader. The system property {@code apigee.simulator.syslog.trust} may name a PEM
 * file with the certificates that TLS syslog servers are trusted by.
 */
public final class SimulatedDataPlaneFactory implements DataPlaneFactory {

  /** Name of the system property. */
  public static final String TRUST = "apigee.simulator.syslog.trust";

  @Override
  public DataPlane start(int port, RequestFacts facts) {
    Trust trust =
        Optional.ofNullable(System.getProperty(TRUST))
            .map(file -> Trust.ofPem(Path.of(file)))
            .orElseGet(Trust::ofRuntime);
    try {
      return new SimulatedDataPlane(
          port, facts, Clock.systemUTC(), () -> UUID.randomUUID().toString(), trust);
    } catch (IOException unavailable) {
      throw new UncheckedIOException("port " + port, unavailable);
    }
  }
}
