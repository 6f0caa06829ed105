package io.entente.hub.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.hub.embedded.BrokerProcess;
import io.entente.hub.traffic.store.DyingStore;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Brokers that are killed and links to them that break while gateways deliver. More of each with
 * {@code -Dtraffic.crash.kills} and {@code -Dtraffic.crash.cuts}, the same moments with {@code
 * -Dtraffic.crash.seed}.
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class TrafficCrashTest {

  private static final int KILLS = Integer.getInteger("traffic.crash.kills", 3);
  private static final int CUTS = Integer.getInteger("traffic.crash.cuts", 10);
  private static final long SEED = Long.getLong("traffic.crash.seed", System.nanoTime());
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Random random = new Random(SEED);
  private PersistentSources sources;

  @Test
  void whatWasAcknowledgedIsThereOnceWhateverBreaks(@TempDir Path directory) throws Exception {
    // Given: a store that breaks as well, around its commits
    int port = freePort();
    var folder = directory.resolve("kafka");
    try (var link = new CuttableLink(port);
        var store =
            DyingStore.open(
                TrafficRoads.settings(directory.resolve("traffic")), new Random(SEED + 1))) {
      var broker = BrokerProcess.start(folder, port, link.port());
      var address = "127.0.0.1:" + link.port();
      try (var consumer = TrafficRoads.consumer(address, store);
          var publisher = TrafficRoads.publisher(address, Duration.ofSeconds(5), 2000)) {
        consumer.start();
        sources = new PersistentSources(publisher, 3, 40);

        // When
        for (int kill = 0; kill < KILLS; kill++) {
          deliverAWhile();
          broker.kill();
          broker = BrokerProcess.start(folder, port, link.port());
        }
        for (int cut = 0; cut < CUTS; cut++) {
          deliverAWhile();
          link.cut();
          pass(random.nextInt(1500));
          link.mend();
        }
        deliverAWhile();
        int all = sources.finish();

        // Then
        var where = "seed " + SEED + ", refused " + sources.refusals();
        await().atMost(PATIENCE).until(() -> TrafficRoads.count(store) >= all);
        assertThat(TrafficRoads.count(store)).as(where).isEqualTo(all);
        System.out.printf(
            "TrafficCrashTest: %d kills, %d cuts, %d events, each there once; %s%n",
            KILLS, CUTS, all, where);
      } finally {
        broker.close();
      }
    }
  }

  private void deliverAWhile() {
    int before = sources.acknowledged();
    await().atMost(PATIENCE).until(() -> sources.acknowledged() > before);
    pass(random.nextInt(500));
  }

  private static void pass(int millis) {
    await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
  }

  private static int freePort() throws java.io.IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
