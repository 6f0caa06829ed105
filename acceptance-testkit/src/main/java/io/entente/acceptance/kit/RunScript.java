package io.entente.acceptance.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Hub, gateways and practice estate as {@code ./run} starts them, on ports and a data folder of
 * their own. Closing it ends all of it; so does the end of this process.
 */
public final class RunScript implements AutoCloseable {

  private static final List<String> PORTS =
      List.of(
          "ENTENTE_HTTP_PORT",
          "ENTENTE_XDS_PORT",
          "ENTENTE_GATEWAY_PORT",
          "ENTENTE_ENVOY_ADMIN_PORT",
          "ENTENTE_PRACTICE_PORT",
          "ENTENTE_KONG_PORT",
          "ENTENTE_KONG_ADMIN_PORT",
          "ENTENTE_APIGEE_PORT",
          "ENTENTE_APIGEE_ADMIN_PORT",
          "ENTENTE_SYSLOG_PORT");
  private static final int STOP_SECONDS = 60;

  private final Process process;
  private final Map<String, Integer> ports;
  private final Map<String, String> environment;
  private final Path data;
  private final Thread atExit = new Thread(this::end, "end of ./run");

  private RunScript(
      Process process, Path data, Map<String, Integer> ports, Map<String, String> environment) {
    this.process = process;
    this.data = data;
    this.ports = Map.copyOf(ports);
    this.environment = Map.copyOf(environment);
  }

  /**
   * Starts what is built and waits until it says that it is ready.
   *
   * @param data its data folder, new or kept
   * @throws IOException when it cannot be started or ends before it is ready; says what it said
   */
  public static RunScript start(Path data) throws IOException {
    Map<String, Integer> ports = Ports.free(PORTS);
    Map<String, String> environment = environmentOf(data, ports);
    Process process = launch(environment, "./run", "--no-build");
    var run = new RunScript(process, data, ports, environment);
    Runtime.getRuntime().addShutdownHook(run.atExit);
    var said = new ArrayList<String>();
    if (!saysReady(process, said)) {
      run.close();
      throw new IOException("./run ended before it was ready:\n" + String.join("\n", said));
    }
    return run;
  }

  /** Another program of the project, in its root folder, that finds this estate. */
  public Process start(String... command) throws IOException {
    return launch(environment, command);
  }

  public URI hub() {
    return address("ENTENTE_HTTP_PORT");
  }

  public URI envoy() {
    return address("ENTENTE_GATEWAY_PORT");
  }

  public URI kong() {
    return address("ENTENTE_KONG_PORT");
  }

  public URI kongAdmin() {
    return address("ENTENTE_KONG_ADMIN_PORT");
  }

  public URI apigee() {
    return address("ENTENTE_APIGEE_PORT");
  }

  public URI apigeeAdmin() {
    return address("ENTENTE_APIGEE_ADMIN_PORT");
  }

  /** The first of the practice services. */
  public URI practice() {
    return address("ENTENTE_PRACTICE_PORT");
  }

  /** The administrator's token for the hub. */
  public String token() throws IOException {
    return Files.readString(data.resolve("admin-token")).strip();
  }

  /** Every port that was given to it. */
  public List<Integer> ports() {
    return List.copyOf(ports.values());
  }

  /** Every process that lives because of it, itself included. */
  public List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    end();
  }

  private void end() {
    List<ProcessHandle> all = processes();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  private URI address(String port) {
    return URI.create("http://127.0.0.1:" + ports.get(port));
  }

  private static boolean saysReady(Process run, List<String> said) throws IOException {
    BufferedReader lines = run.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith("Ready.")) {
        return true;
      }
    }
    return false;
  }

  private static Process launch(Map<String, String> environment, String... command)
      throws IOException {
    var builder =
        new ProcessBuilder(command).directory(Root.path("").toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Map<String, String> environmentOf(Path data, Map<String, Integer> ports)
      throws IOException {
    Files.createDirectories(data);
    var environment = new HashMap<String, String>();
    ports.forEach((name, port) -> environment.put(name, Integer.toString(port)));
    environment.put("ENTENTE_DATA_DIR", data.toString());
    environment.put("ENTENTE_TOKEN_FILE", data.resolve("admin-token").toString());
    Map.of(
            "ENTENTE_SERVER", "ENTENTE_HTTP_PORT",
            "ENTENTE_GATEWAY_URL", "ENTENTE_GATEWAY_PORT",
            "ENTENTE_KONG_URL", "ENTENTE_KONG_PORT",
            "ENTENTE_KONG_ADMIN_URL", "ENTENTE_KONG_ADMIN_PORT",
            "ENTENTE_APIGEE_URL", "ENTENTE_APIGEE_PORT",
            "ENTENTE_APIGEE_ADMIN_URL", "ENTENTE_APIGEE_ADMIN_PORT")
        .forEach((name, port) -> environment.put(name, "http://127.0.0.1:" + ports.get(port)));
    return environment;
  }
}
