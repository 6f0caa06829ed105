package io.entente.bench.ingest;

import io.entente.bench.kit.Figures;
import io.entente.bench.kit.HubProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** {@code IngestBench FILE HUB_JAR}: measures, prints, and writes the figures as JSON. */
public final class IngestBench {

  private static final int ROUNDS = 5;
  private static final double SECONDS = 6;
  private static final int CONNECTIONS = 12;
  private static final int GATEWAYS = 4;
  private static final long FLOOR_RECORDS = 1_000_000;

  private final Figures figures = new Figures();

  private IngestBench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, GeneralSecurityException {
    var bench = new IngestBench();
    // The memory that the target names, with DuckDB's 256 MB outside of the heap.
    try (var hub = HubProcess.start(Path.of(arguments[1]), List.of("-Xmx320m"))) {
      bench.run(hub);
    }
    bench.figures.write(Path.of(arguments[0]));
  }

  private void run(HubProcess hub)
      throws IOException, InterruptedException, GeneralSecurityException {
    var tokens = new ArrayList<String>();
    for (int i = 0; i < GATEWAYS; i++) {
      hub.post(
          "/api/documents",
          """
          apiVersion: entente.io/v1alpha1
          kind: Gateway
          metadata: {name: bench-%d}
          spec:
            vendor: kong
            connection: {admin: "http://127.0.0.1:1"}
          """
              .formatted(i));
      tokens.add(hub.ingestToken("bench-" + i));
    }
    var deliveries = new Deliveries(hub.address(), tokens);
    for (int batch : new int[] {1, 10, 100}) {
      deliveries.run(CONNECTIONS, batch, SECONDS);
    }
    var floor = KafkaFloor.prepare(hub.kafka());
    floor.run(FLOOR_RECORDS);
    figures.put("floor.payload.bytes", floor.payloadBytes());
    var floors = new double[ROUNDS];
    var ours = new double[3][ROUNDS];
    int[] batches = {1, 10, 100};
    long resident = 0;
    long refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      floors[round] = floor.run(FLOOR_RECORDS);
      for (int i = 0; i < batches.length; i++) {
        double cpu = hub.processorSeconds();
        var outcome = deliveries.run(CONNECTIONS, batches[i], SECONDS);
        ours[i][round] = outcome.perSecond();
        refused += outcome.refused();
        resident = Math.max(resident, hub.resident());
        if (round == ROUNDS - 1) {
          String name = "p1.batch" + batches[i];
          figures.put(name + ".p50.ms", Figures.median(outcome.millis()));
          figures.put(name + ".p99.ms", Figures.at(outcome.millis(), 99));
          figures.put(
              name + ".eventsPerCpuSecond", outcome.events() / (hub.processorSeconds() - cpu));
        }
      }
    }
    figures.put("p1.floor.eventsPerSecond", Figures.median(floors));
    for (int i = 0; i < batches.length; i++) {
      String name = "p1.batch" + batches[i];
      figures.put(name + ".eventsPerSecond", Figures.median(ours[i]));
      figures.put(name + ".toFloor", Figures.ratio(ours[i], floors));
    }
    figures.put("p1.refused", refused);
    figures.put("p7.hub.resident.megabytes", resident / 1e6);
  }
}
