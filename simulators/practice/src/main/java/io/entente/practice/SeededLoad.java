package io.entente.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Requests like those of a small company: a few callers, two APIs, some errors. The same seed sends
 * the same sequence. Bounded: one request at a time, at most 200 a second, loopback only.
 */
final class SeededLoad {

  private static final int FASTEST = 200;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final List<String> PATHS =
      List.of(
          "/orders",
          "/orders/17",
          "/orders/17/lines",
          "/orders/missing",
          "/payments",
          "/payments/4",
          "/payments/4/refunds",
          "/payments/fail");
  private static final List<String> CALLERS = List.of("alice", "bob", "carol", "partner-42");

  /** Not every caller has heard of tracing. */
  private static final Set<String> UNTRACED = Set.of("partner-42");

  private final URI target;
  private final int rate;
  private final Random random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  SeededLoad(URI target, int rate, long seed) {
    if (!LOOPBACK.contains(String.valueOf(target.getHost()))) {
      throw new IllegalArgumentException("target " + target + " is not on this machine");
    }
    if (rate < 1 || rate > FASTEST) {
      throw new IllegalArgumentException("rate " + rate + " is not in 1.." + FASTEST);
    }
    this.target = target;
    this.rate = rate;
    this.random = new Random(seed);
  }

  /** Sends for {@code seconds}; a request that fails is not sent again. */
  void run(int seconds) throws InterruptedException {
    long pause = 1_000_000_000L / rate;
    long next = System.nanoTime();
    long end = next + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      send(next());
      next += pause;
      long wait = next - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      } else {
        next = System.nanoTime();
      }
    }
  }

  HttpRequest next() {
    String path = PATHS.get(random.nextInt(PATHS.size()));
    String caller = CALLERS.get(random.nextInt(CALLERS.size()));
    var request =
        HttpRequest.newBuilder(target.resolve(path))
            .timeout(Duration.ofSeconds(5))
            .header("x-caller", caller);
    if (!UNTRACED.contains(caller)) {
      request.header("traceparent", "00-" + hex() + hex() + "-" + hex() + "-01");
    }
    return random.nextInt(4) == 0
        ? request.POST(HttpRequest.BodyPublishers.ofString("{\"amount\":1}")).build()
        : request.GET().build();
  }

  private String hex() {
    return HexFormat.of().toHexDigits(random.nextLong());
  }

  private void send(HttpRequest request) throws InterruptedException {
    try {
      http.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      // A gateway that is away is part of practice; the next request tells.
    }
  }
}
