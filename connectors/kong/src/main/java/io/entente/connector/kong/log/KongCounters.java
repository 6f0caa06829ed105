package io.entente.connector.kong.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Asks one Kong node for its counters of requests. The address is that of the status port or the
 * Admin API, with or without {@code /metrics}. Blocks; safe for many threads.
 */
public final class KongCounters {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private static final Executor LATER =
      CompletableFuture.delayedExecutor(ANSWER.toSeconds(), TimeUnit.SECONDS);

  private final URI metrics;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public KongCounters(URI statusOrAdmin) {
    String scheme = String.valueOf(statusOrAdmin.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("address of counters is not http or https: " + scheme);
    }
    String text = statusOrAdmin.toString();
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.metrics = URI.create(base.endsWith("/metrics") ? base : base + "/metrics");
  }

  /**
   * The counters as they are now.
   *
   * @throws IOException when Kong does not answer, or not with 200 and a page of metrics
   */
  public SortedMap<RequestSeries, Long> read() throws IOException {
    var request = HttpRequest.newBuilder(metrics).timeout(ANSWER).GET().build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException("Kong answered " + answer.statusCode() + " to GET /metrics");
        }
        // The timeout of the request ends with the first byte of the answer.
        var late = CompletableFuture.runAsync(() -> abandon(body), LATER);
        try {
          return KongMetricsReader.read(body);
        } finally {
          late.cancel(false);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Kong was asked for its counters", e);
    }
  }

  private static void abandon(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an answer that takes too long cannot be given up", e);
    }
  }
}
