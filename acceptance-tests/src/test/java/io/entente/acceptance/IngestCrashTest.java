package io.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.acceptance.kit.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the hub while gateways deliver their logs. What was not acknowledged is delivered again, as
 * a gateway does; then the view must hold every event exactly once, also where it is only counted.
 * More rounds with {@code -Dingest.crash.rounds}, the same moments with {@code
 * -Dingest.crash.seed}.
 */
@Tag("long")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class IngestCrashTest {

  private static final int ROUNDS = Integer.getInteger("ingest.crash.rounds", 2);
  private static final long SEED = Long.getLong("ingest.crash.seed", System.nanoTime());
  private static final int SENDERS = 3;
  private static final int BATCH = 40;
  private static final String GATEWAY =
      """
      apiVersion: entente.io/v1alpha1
      kind: Gateway
      metadata: {name: crash}
      spec: {vendor: envoy, writes: observeOnly, listener: {address: 127.0.0.1, port: 10080}}
      """;

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private volatile String path = "";
  private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @ValueSource(strings = {"/ingest/kong", "/ingest/kong/aggregate"})
  void killedWhileItTakesInLogsTheHubLosesNothingItAcknowledged(String to, @TempDir Path folder)
      throws Exception {
    // Given
    path = to;
    var random = new Random(SEED);
    Map<String, Integer> ports = Ports.free(List.of("http", "xds"));
    try (var hub = HubProcess.start(folder.resolve("data"), ports.get("http"), ports.get("xds"))) {
      hub.post("/api/documents", GATEWAY);
      String token = hub.ingestToken("crash");
      for (int round = 1; round <= ROUNDS; round++) {
        String where = "seed " + SEED + ", round " + round;
        int before = acknowledged.get();
        // When
        deliverUntilKilled(hub, token, 100 + random.nextInt(900));
        assertThat(acknowledged).as(where).hasValueGreaterThan(before);
        hub.restart();
        deliverAgain(hub, token, where);
        // Then
        int sent = next.get() * BATCH;
        assertThat(seen(hub, sent)).as(where + ", acknowledged " + acknowledged).isEqualTo(sent);
      }
    }
    System.out.printf(
        "IngestCrashTest %s: seed %d, %d kills, %d events, each seen once%n",
        path, SEED, ROUNDS, next.get() * BATCH);
  }

  /** Delivers from several threads and kills the hub some time after the first answer. */
  private void deliverUntilKilled(HubProcess hub, String token, int millis) throws Exception {
    var answered = new CountDownLatch(1);
    var going = new AtomicBoolean(true);
    List<Thread> senders =
        IntStream.range(0, SENDERS)
            .mapToObj(i -> new Thread(() -> deliver(hub, token, answered, going)))
            .toList();
    senders.forEach(Thread::start);
    assertThat(answered.await(60, TimeUnit.SECONDS)).as("the hub answers").isTrue();
    TimeUnit.MILLISECONDS.sleep(millis);
    hub.kill();
    going.set(false);
    for (Thread sender : senders) {
      sender.join();
    }
  }

  private void deliver(HubProcess hub, String token, CountDownLatch answered, AtomicBoolean going) {
    while (going.get()) {
      String batch = batch(next.getAndIncrement());
      try {
        if (hub.deliver(path, token, batch) == 200) {
          acknowledged.addAndGet(BATCH);
          answered.countDown();
        } else {
          unanswered.add(batch);
        }
      } catch (IOException | InterruptedException killed) {
        unanswered.add(batch);
        return;
      }
    }
  }

  private void deliverAgain(HubProcess hub, String token, String where) throws Exception {
    for (String batch = unanswered.poll(); batch != null; batch = unanswered.poll()) {
      assertThat(hub.deliver(path, token, batch)).as(where).isEqualTo(200);
    }
  }

  /** How many events the view counts, once it has read all there is. */
  private static long seen(HubProcess hub, int wanted) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> hub.get("/api/traffic/summary?gateway=crash&from=-1h").at("/total/requests"),
            seen -> seen.asLong() >= wanted)
        .asLong();
  }

  private static String batch(int number) {
    long now = System.currentTimeMillis();
    return IntStream.range(0, BATCH)
        .mapToObj(
            i ->
                """
                {"request":{"id":"b%d-%d","method":"GET","uri":"/a"},"response":{"status":200},
                 "latencies":{"request":5,"proxy":3},"started_at":%d,"upstream_status":"200",
                 "source":"upstream","client_ip":"10.0.0.1"}"""
                    .formatted(number, i, now))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
