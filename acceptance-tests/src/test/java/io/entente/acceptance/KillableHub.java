package io.entente.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The packaged hub as a process of its own on one data folder; it can be killed and come back. */
final class KillableHub implements AutoCloseable {

  private static final Path JAR =
      Path.of(System.getProperty("entente.root"))
          .resolve("hub-service/target/quarkus-app/quarkus-run.jar");
  private static final Duration READY = Duration.ofSeconds(180);

  private final Path data;
  private final int port;
  private final int xds;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private Process process;

  KillableHub(Path folder) throws IOException {
    this.data = Files.createDirectories(folder.resolve("data"));
    this.port = freePort();
    this.xds = freePort();
    this.process = launch();
  }

  /** Ends it after a while as the kernel would, in the middle of whatever it does. */
  void killAfter(Duration time) throws InterruptedException {
    if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the hub ended by itself");
    }
    process.destroyForcibly().waitFor();
  }

  /** Starts it again on what it left, and waits until it is ready. */
  void restart() throws IOException {
    process = launch();
  }

  /** Waits for the answer of {@code method path} with an administrator's token. */
  HttpResponse<String> admin(String method, String path, byte[] body) throws IOException {
    String token = Files.readString(data.resolve("admin-token")).strip();
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/octet-stream")
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofByteArray(body))
            .build());
  }

  /** The status of a delivery of logs. */
  int deliver(String path, String token, String body) throws IOException {
    return send(HttpRequest.newBuilder(uri(path))
            .header("x-entente-gateway-token", token)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(body))
            .build())
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

  private Process launch() throws IOException {
    Path log = data.resolveSibling("hub.log");
    Process started =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Dentente.data-dir=" + data,
                    "-Dquarkus.http.port=" + port,
                    "-Dentente.xds.port=" + xds,
                    "-Dentente.ingest.syslog.port=0",
                    "-jar",
                    JAR.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    await()
        .atMost(READY)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> ready() || !started.isAlive());
    if (!started.isAlive()) {
      throw new IOException("the hub did not start:\n" + Files.readString(log));
    }
    return started;
  }

  private boolean ready() {
    try {
      var request =
          HttpRequest.newBuilder(uri("/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
      return send(request).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
