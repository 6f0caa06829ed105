package io.entente.bench.kong;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A plain client that writes one plugin a call, some calls beside each other, nothing checked. */
final class BareCalls {

  private final URI admin;
  private final int parallel;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  BareCalls(URI admin, int parallel) {
    this.admin = admin;
    this.parallel = parallel;
  }

  /** Milliseconds for {@code count} PUTs. */
  double put(int count, int limit) throws InterruptedException {
    return run(count, Optional.of(limit));
  }

  /** Milliseconds for {@code count} DELETEs. */
  double delete(int count) throws InterruptedException {
    return run(count, Optional.empty());
  }

  private double run(int count, Optional<Integer> limit) throws InterruptedException {
    long begun = System.nanoTime();
    var next = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(parallel);
    try {
      var workers = new ArrayList<Future<?>>();
      for (int i = 0; i < parallel; i++) {
        workers.add(
            threads.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    send(n, limit);
                  }
                  return true;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a bare call failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private void send(int number, Optional<Integer> limit) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(admin.resolve("/plugins/" + Plugins.bareId(number)))
            .header("Content-Type", "application/json");
    var call =
        limit.isPresent()
            ? request.PUT(HttpRequest.BodyPublishers.ofString(Plugins.bare(number, limit.get())))
            : request.DELETE();
    int status = client.send(call.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("the call answered " + status);
    }
  }
}
