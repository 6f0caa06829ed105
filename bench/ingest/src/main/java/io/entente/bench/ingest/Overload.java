package io.entente.bench.ingest;

import io.entente.bench.kit.Figures;
import io.entente.bench.kit.HubProcess;
import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * More deliveries side by side than the hub takes in: it has to refuse the rest, keep its memory,
 * and hold every event that it accepted, once.
 */
final class Overload {

  private static final int GATEWAYS = 4;
  private static final int BATCH = 100;

  private final HubProcess hub;
  private final Figures figures;
  private final BenchGateways gateways;

  Overload(HubProcess hub, Figures figures) {
    this.hub = hub;
    this.figures = figures;
    this.gateways = new BenchGateways(hub);
  }

  /** Any answer but 2xx, 429 and 503, and any event too few or too many, is an exception. */
  void run(int connections, double seconds)
      throws IOException, InterruptedException, GeneralSecurityException {
    var outcome =
        new Deliveries(hub.address(), gateways.kong("over", GATEWAYS))
            .run(connections, BATCH, seconds);
    figures.put("r5.accepted", outcome.events());
    figures.put("r5.accepted.eventsPerSecond", outcome.perSecond());
    figures.put("r5.refusedAnswers", outcome.refused());
    figures.put("r5.hub.resident.megabytes", hub.peakResident() / 1e6);
    long seen = gateways.awaitSeen("over", GATEWAYS, outcome.events());
    figures.put("r5.seen", seen);
    figures.put("r5.unsure", outcome.unsure());
    if (seen < outcome.events() || seen > outcome.events() + outcome.unsure()) {
      throw new IllegalStateException(
          seen + " events seen of " + outcome.events() + " accepted, unsure " + outcome.unsure());
    }
  }
}
