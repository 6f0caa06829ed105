package io.entente.bench.ingest;

import io.entente.bench.kit.Figures;
import io.entente.bench.kit.HubProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * {@code IngestBench FILE HUB_JAR ROUNDS SECONDS OVERLOAD_SECONDS RSYSLOG}: measures, prints, and
 * writes the figures as JSON. Without a folder of rsyslog there is no comparison with it.
 */
public final class IngestBench {

  /**
   * As the operations guide says. DuckDB's 256 MB are outside of the heap; most of the heap is for
   * what is under way.
   */
  private static final List<String> OPTIONS = List.of("-Xmx320m", "-Xmn200m", "-XX:+UseParallelGC");

  private static final int GATEWAYS = 4;
  private static final int[] BATCHES = {1, 10, 100};

  /** Every queue of a Kong has one delivery under way: small ones come from many at once. */
  private static final int[] CONNECTIONS = {256, 64, 24};

  /** With 100 events each, more than the hub takes at once. */
  private static final int OVERLOAD_CONNECTIONS = 256;

  private static final long FLOOR_RECORDS = 1_000_000;

  /** Rounds that are not counted: after a minute the compiler still takes a quarter of all time. */
  private static final int WARM_UPS = 10;

  private final Figures figures = new Figures();
  private final HubProcess hub;
  private final int rounds;
  private final double seconds;

  private IngestBench(HubProcess hub, int rounds, double seconds) {
    this.hub = hub;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var hub = HubProcess.start(Path.of(arguments[1]), OPTIONS)) {
      var bench =
          new IngestBench(hub, Integer.parseInt(arguments[2]), Double.parseDouble(arguments[3]));
      bench.run();
      new Visibility(hub, bench.figures).run();
      if (arguments.length > 5 && !arguments[5].isBlank()) {
        new SamePath(hub, bench.figures).run(Path.of(arguments[5]), bench.rounds, bench.seconds);
      }
      new AccessLogs(hub, bench.figures).run(bench.rounds, bench.seconds);
      new Overload(hub, bench.figures).run(OVERLOAD_CONNECTIONS, Double.parseDouble(arguments[4]));
      bench.figures.write(Path.of(arguments[0]));
    }
  }

  private void run() throws IOException, InterruptedException, GeneralSecurityException {
    var deliveries = new Deliveries(hub.address(), new BenchGateways(hub).kong("bench", GATEWAYS));
    for (int round = 0; round < WARM_UPS; round++) {
      for (int i = 0; i < BATCHES.length; i++) {
        deliveries.run(CONNECTIONS[i], BATCHES[i], seconds);
      }
    }
    var floor = KafkaFloor.prepare(hub.kafka());
    floor.run(FLOOR_RECORDS);
    figures.put("floor.payload.bytes", floor.payloadBytes());
    var floors = new double[rounds];
    var ours = new double[BATCHES.length][rounds];
    long refused = 0;
    for (int round = 0; round < rounds; round++) {
      floors[round] = floor.run(FLOOR_RECORDS);
      for (int i = 0; i < BATCHES.length; i++) {
        double cpu = hub.processorSeconds();
        var outcome = deliveries.run(CONNECTIONS[i], BATCHES[i], seconds);
        ours[i][round] = outcome.perSecond();
        refused += outcome.refused();
        if (round == rounds - 1) {
          String name = "p1.batch" + BATCHES[i];
          figures.put(name + ".p50.ms", Figures.median(outcome.millis()));
          figures.put(name + ".p99.ms", Figures.at(outcome.millis(), 99));
          figures.put(
              name + ".eventsPerCpuSecond", outcome.events() / (hub.processorSeconds() - cpu));
        }
      }
    }
    figures.put("p1.floor.eventsPerSecond", Figures.median(floors));
    for (int i = 0; i < BATCHES.length; i++) {
      String name = "p1.batch" + BATCHES[i];
      figures.put(name + ".eventsPerSecond", Figures.median(ours[i]));
      figures.put(name + ".toFloor", Figures.ratio(ours[i], floors));
    }
    figures.put("p1.refused", refused);
    figures.put("p7.hub.resident.megabytes", hub.peakResident() / 1e6);
  }
}
