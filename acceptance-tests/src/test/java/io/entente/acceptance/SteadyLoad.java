package io.entente.acceptance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Requests to one address at a steady rate, each answer looked at. */
final class SteadyLoad implements AutoCloseable {

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;
  private final AtomicLong answered = new AtomicLong();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  private SteadyLoad(URI address) {
    this.request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
  }

  static SteadyLoad start(URI address, int perSecond) {
    var load = new SteadyLoad(address);
    load.clock.scheduleAtFixedRate(load::one, 0, 1_000_000L / perSecond, TimeUnit.MICROSECONDS);
    return load;
  }

  /** Answers that were 200. */
  long answered() {
    return answered.get();
  }

  /** What was not answered 200, in words. */
  List<String> failures() {
    return failures;
  }

  private void one() {
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        answered.incrementAndGet();
      } else {
        failures.add("status " + status);
      }
    } catch (java.io.IOException e) {
      failures.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    clock.shutdown();
    clock.awaitTermination(15, TimeUnit.SECONDS);
  }
}
