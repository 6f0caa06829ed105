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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The packaged hub as a process of its own on one data folder; it can be killed and come back. */
final class HubProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LOG_LINES = 60;

  private final Path data;
  private final int httpPort;
  private final int xdsPort;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private Process process;

  private HubProcess(Path data, int httpPort, int xdsPort) throws IOException {
    this.data = data;
    this.httpPort = httpPort;
    this.xdsPort = xdsPort;
    this.process = launch();
  }

  /** Starts on a data folder, new or kept, and waits until the hub is ready. */
  static HubProcess start(Path data, int httpPort, int xdsPort) throws IOException {
    var hub = new HubProcess(Files.createDirectories(data), httpPort, xdsPort);
    hub.awaitReady();
    return hub;
  }

  /** Starts again, after a kill, on what it left, and waits until it is ready. */
  void restart() throws IOException {
    process = launch();
    awaitReady();
  }

  private Process launch() throws IOException {
    // What libraries unpack stays behind when it is killed: 70 MB each time.
    Path unpacked = Files.createDirectories(data.resolve("unpacked"));
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Djava.io.tmpdir=" + unpacked,
            "-Dentente.data-dir=" + data,
            "-Dquarkus.http.port=" + httpPort,
            "-Dentente.xds.port=" + xdsPort,
            "-Dentente.ingest.syslog.port=0",
            "-jar",
            Root.path("hub-service/target/quarkus-app/quarkus-run.jar").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private void awaitReady() throws IOException {
    try {
      Awaitility.await("the hub is ready")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .failFast("the hub ended by itself", () -> !process.isAlive())
          .ignoreExceptions()
          .until(() -> send(request("/q/health/ready").GET()).statusCode() == 200);
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      String told = told();
      close();
      throw new AssertionError("the hub did not start: " + told, e);
    }
  }

  /** The end of its log and, while it runs, what those of its threads wait for that are ours. */
  private String told() throws IOException {
    List<String> lines = Files.readAllLines(log());
    String end =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    if (!process.isAlive()) {
      return end;
    }
    new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start();
    Awaitility.await("its threads")
        .until(() -> Files.readString(log()).contains("JNI global refs"));
    String threads =
        Arrays.stream(Files.readString(log()).split("\n\n"))
            .filter(thread -> thread.startsWith("\"") && thread.contains("io.entente"))
            .collect(Collectors.joining("\n\n"));
    return end + "\n\n" + threads;
  }

  private Path log() {
    return data.resolve("hub.log");
  }

  /** A good answer as JSON. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return good(send(asAdmin(path).GET()));
  }

  /** A good answer as JSON. */
  JsonNode post(String path, String body) throws IOException, InterruptedException {
    String type = body.startsWith("{") ? "application/json" : "application/yaml";
    return good(
        send(asAdmin(path).header("Content-Type", type).POST(BodyPublishers.ofString(body))));
  }

  /** A counter of the hub's own metrics; 0 before its first increment. */
  long counter(String name) throws IOException, InterruptedException {
    var line =
        Pattern.compile("^" + name + "(?:\\{[^}]*})? ([0-9.E+]+)$", Pattern.MULTILINE)
            .matcher(send(asAdmin("/q/metrics").GET()).body());
    return line.find() ? (long) Double.parseDouble(line.group(1)) : 0;
  }

  /** The status of a delivery of logs. */
  int deliver(String path, String token, String body) throws IOException, InterruptedException {
    return send(request(path)
            .header("x-entente-gateway-token", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  /** The token of a gateway, computed as the hub does. */
  String ingestToken(String gateway) throws IOException, GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(Files.readString(data.resolve("master-key")).strip());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] code = mac.doFinal(("ingest|main|" + gateway + "|1").getBytes(StandardCharsets.UTF_8));
    return "ing1." + gateway + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  /** Ends the process as a power switch would: no shutdown code runs. */
  void kill() throws InterruptedException {
    assertThat(process.isAlive()).as("the hub ran until it was killed").isTrue();
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

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
        .timeout(Duration.ofSeconds(60));
  }

  private HttpRequest.Builder asAdmin(String path) throws IOException {
    String token = Files.readString(data.resolve("admin-token")).strip();
    return request(path).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode good(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }
}
