package io.entente.bench.ingest;

import io.entente.bench.kit.Figures;
import io.entente.bench.kit.HubProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The same log entries on the same way by the hub and by rsyslog: taken in, mapped, on Kafka. */
final class SamePath {

  private static final int BATCH = 100;
  private static final int CONNECTIONS = 24;
  private static final int ENTRIES = 5000;

  private final HubProcess hub;
  private final Figures figures;

  SamePath(HubProcess hub, Figures figures) {
    this.hub = hub;
    this.figures = figures;
  }

  /**
   * @param rsyslog where rsyslog is unpacked
   */
  void run(Path rsyslog, int rounds, double seconds)
      throws IOException, InterruptedException, GeneralSecurityException {
    var ours = new Deliveries(hub.address(), new BenchGateways(hub).kong("same", 4));
    var wall = new double[2][rounds];
    var processor = new double[2][rounds];
    try (var topic = new TopicEnd(hub.kafka(), Rsyslog.TOPIC);
        var peer = Rsyslog.start(rsyslog, hub.kafka())) {
      var entries = new KongEntries(3);
      List<String> lines =
          Stream.generate(() -> entries.entry(System.currentTimeMillis())).limit(ENTRIES).toList();
      throughRsyslog(peer, topic, lines, 1);
      for (int round = 0; round < rounds; round++) {
        double before = peer.processorSeconds();
        long begun = System.nanoTime();
        long sent = throughRsyslog(peer, topic, lines, seconds);
        wall[0][round] = sent / ((System.nanoTime() - begun) / 1e9);
        processor[0][round] = sent / (peer.processorSeconds() - before);

        before = hub.processorSeconds();
        var outcome = ours.run(CONNECTIONS, BATCH, seconds);
        wall[1][round] = outcome.perSecond();
        processor[1][round] = outcome.events() / (hub.processorSeconds() - before);
      }
    }
    figures.put("p3.rsyslog.eventsPerSecond", Figures.median(wall[0]));
    figures.put("p3.rsyslog.eventsPerCpuSecond", Figures.median(processor[0]));
    figures.put("p3.hub.eventsPerSecond", Figures.median(wall[1]));
    figures.put("p3.hub.eventsPerCpuSecond", Figures.median(processor[1]));
    figures.put("p3.wall", Figures.ratio(wall[1], wall[0]));
    figures.put("p3.perCpuSecond", Figures.ratio(processor[1], processor[0]));
  }

  /** Returns how many, when all of them are on Kafka. */
  private static long throughRsyslog(
      Rsyslog peer, TopicEnd topic, List<String> lines, double seconds)
      throws IOException, InterruptedException {
    long before = topic.records();
    long sent = peer.send(lines, seconds);
    long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (topic.records() < before + sent) {
      if (System.nanoTime() > patience) {
        throw new IOException(topic.records() - before + " of " + sent + " came through rsyslog");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return sent;
  }
}
