package io.entente.bench.kong;

import io.entente.bench.kit.HubProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The packaged hub with one Kong, which it polls when it is asked to. */
final class PollingHub implements AutoCloseable {

  private final HubProcess hub;

  private PollingHub(HubProcess hub) {
    this.hub = hub;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param jar {@code quarkus-run.jar} of the hub
   */
  static PollingHub start(Path jar, URI kong) throws IOException, InterruptedException {
    var hub = new PollingHub(HubProcess.start(jar, List.of("-Dentente.inventory.tick=1h")));
    hub.hub.post(
        "/api/documents",
        """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: bench}
        spec:
          vendor: kong
          connection: {admin: "%s", requestsPerSecond: 1000}
        """
            .formatted(kong));
    return hub;
  }

  /** One poll: read and kept. */
  void poll() throws IOException, InterruptedException {
    String answer = hub.post("/api/gateways/bench/refresh", "");
    if (!answer.contains("COMPLETE")) {
      throw new IOException("the poll is not complete: " + answer);
    }
  }

  @Override
  public void close() {
    hub.close();
  }
}
