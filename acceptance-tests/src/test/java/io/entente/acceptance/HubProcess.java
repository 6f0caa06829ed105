package io.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.acceptance.kit.Root;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged hub as a process of its own, with its embedded infrastructure. */
final class HubProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path data;
  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private HubProcess(Process process, Path data, URI server) {
    this.process = process;
    this.data = data;
    this.server = server;
  }

  /** Starts on a data folder, new or kept, and waits until the hub is ready. */
  static HubProcess start(Path data, int httpPort, int xdsPort) throws IOException {
    Files.createDirectories(data);
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dentente.data-dir=" + data,
                "-Dquarkus.http.port=" + httpPort,
                "-Dentente.xds.port=" + xdsPort,
                "-Dentente.ingest.syslog.port=0",
                "-jar",
                Root.path("hub-service/target/quarkus-app/quarkus-run.jar").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("hub.log").toFile()))
            .start();
    var hub = new HubProcess(process, data, URI.create("http://127.0.0.1:" + httpPort));
    Awaitility.await("the hub is ready; its log is " + data.resolve("hub.log"))
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> hub.send("GET", "/q/health/ready", "").statusCode() == 200);
    return hub;
  }

  /** A good answer as JSON. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return good(send("GET", path, ""));
  }

  /** A good answer as JSON. */
  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return good(send("POST", path, body));
  }

  /** A counter of the hub's own metrics; 0 before its first increment. */
  long counter(String name) throws IOException, InterruptedException {
    var line =
        Pattern.compile("^" + name + "(?:\\{[^}]*})? ([0-9.E+]+)$", Pattern.MULTILINE)
            .matcher(send("GET", "/q/metrics", "").body());
    return line.find() ? (long) Double.parseDouble(line.group(1)) : 0;
  }

  /** Ends the process as a power switch would: no shutdown code runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the hub is dead").isTrue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", body.startsWith("{") ? "application/json" : "application/yaml");
    if (Files.exists(data.resolve("admin-token"))) {
      request.header(
          "Authorization", "Bearer " + Files.readString(data.resolve("admin-token")).strip());
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode good(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }
}
