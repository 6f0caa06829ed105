package io.entente.bench.kong;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packaged hub as a process, with one Kong to poll. */
final class PollingHub implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path data;
  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PollingHub(Process process, Path data, URI address) {
    this.process = process;
    this.data = data;
    this.address = address;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param jar {@code quarkus-run.jar} of the hub
   */
  static PollingHub start(Path jar, URI kong) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("bench-hub");
    int port = freePort();
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dentente.data-dir=" + data,
                "-Dquarkus.http.port=" + port,
                "-Dentente.xds.port=0",
                "-Dentente.ingest.syslog.port=0",
                // Polls come when they are asked for, and only then.
                "-Dentente.inventory.tick=1h",
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("hub.log").toFile())
            .start();
    var hub = new PollingHub(process, data, URI.create("http://127.0.0.1:" + port));
    hub.awaitReady();
    hub.send(
        "/api/documents",
        """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: bench}
        spec:
          vendor: kong
          connection: {admin: "%s", requestsPerSecond: 1000}
        """
            .formatted(kong));
    return hub;
  }

  /** One poll: read and kept. */
  void poll() throws IOException, InterruptedException {
    String answer = send("/api/gateways/bench/refresh", "");
    if (!answer.contains("COMPLETE")) {
      throw new IOException("the poll is not complete: " + answer);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      try {
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IOException("the hub ended; its log is " + data.resolve("hub.log"), notYet);
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException("the hub is not ready; its log is " + data.resolve("hub.log"));
  }

  private String send(String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofMinutes(2))
            .header(
                "Authorization", "Bearer " + Files.readString(data.resolve("admin-token")).strip())
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
