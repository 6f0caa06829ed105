package io.entente.bench.kit;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The packaged hub as a process of its own, on embedded PostgreSQL and Kafka. */
public final class HubProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;
  private static final double TICKS_PER_SECOND = 100;

  private final Process process;
  private final Path data;
  private final URI address;
  private final int xds;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HubProcess(Process process, Path data, URI address, int xds) {
    this.process = process;
    this.data = data;
    this.address = address;
    this.xds = xds;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param jar {@code quarkus-run.jar} of the hub
   * @param options of its virtual machine, settings among them
   */
  public static HubProcess start(Path jar, List<String> options)
      throws IOException, InterruptedException {
    Path data = BenchDirectory.make("bench-hub");
    int port = freePort();
    int xds = freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dentente.data-dir=" + data,
            "-Dquarkus.http.port=" + port,
            "-Dentente.xds.port=" + xds,
            "-Dentente.ingest.syslog.port=0",
            "-jar",
            jar.toString()));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("hub.log").toFile())
            .start();
    var hub = new HubProcess(process, data, URI.create("http://127.0.0.1:" + port), xds);
    hub.awaitReady();
    return hub;
  }

  public URI address() {
    return address;
  }

  /** Port for Envoy processes: configuration and access logs. */
  public int xds() {
    return xds;
  }

  /** {@code kafka.bootstrap.servers} of its embedded broker. */
  public String kafka() throws IOException {
    return Files.readString(data.resolve("kafka-address")).strip();
  }

  /** With which {@code gateway} delivers its logs. */
  public String ingestToken(String gateway) throws IOException, GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(Files.readString(data.resolve("master-key")).strip());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] code =
        mac.doFinal(
            ("ingest|main|" + gateway + "|1").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return "ing1." + gateway + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  /** Most memory of the process that was ever resident, in bytes. */
  public long peakResident() throws IOException {
    return peakResident(process.pid());
  }

  /** The same of any process. */
  public static long peakResident(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new IOException("the process has no resident memory");
  }

  /** Processor time that it used, in seconds. */
  public double processorSeconds() throws IOException {
    return processorSeconds(process.pid());
  }

  /** The same of any process. */
  public static double processorSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** The answer to a GET as the administrator. */
  public String get(String path) throws IOException, InterruptedException {
    return answer(path, request(path).GET().build());
  }

  /** The answer to a POST of YAML as the administrator. */
  public String post(String path, String body) throws IOException, InterruptedException {
    return answer(path, request(path).POST(BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", "Bearer " + Files.readString(data.resolve("admin-token")).strip())
        .header("Content-Type", "application/yaml");
  }

  private String answer(String path, HttpRequest request) throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
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
          throw new IOException("the hub ended:\n" + log(), notYet);
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException("the hub is not ready:\n" + log());
  }

  private String log() throws IOException {
    return Files.readString(data.resolve("hub.log"));
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
