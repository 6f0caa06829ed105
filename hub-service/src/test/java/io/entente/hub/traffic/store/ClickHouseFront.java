package io.entente.hub.traffic.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The engine of ClickHouse as a process with ClickHouse's HTTP interface: a Python library, in an
 * environment that is made below {@code target} once.
 */
final class ClickHouseFront implements AutoCloseable {

  private static final Path SOURCES = Path.of("src", "test", "clickhouse");
  private static final Path HOME = Path.of("target", "clickhouse").toAbsolutePath();

  private final Process process;
  private final URI address;

  private ClickHouseFront(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static ClickHouseFront start() throws IOException, InterruptedException {
    Path python = HOME.resolve("bin/python");
    if (!Files.exists(HOME.resolve("complete"))) {
      run("python3", "-m", "venv", "--clear", HOME.toString());
      run(
          python.toString(),
          "-m",
          "pip",
          "install",
          "-q",
          "--no-deps",
          "--disable-pip-version-check",
          "-r",
          SOURCES.resolve("requirements.txt").toString());
      Files.createFile(HOME.resolve("complete"));
    }
    Path port = Files.createTempDirectory("clickhouse").resolve("port");
    var process =
        new ProcessBuilder(
                python.toString(), SOURCES.resolve("front.py").toString(), port.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < 600 && process.isAlive() && !Files.exists(port); i++) {
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    if (!Files.exists(port)) {
      process.destroyForcibly();
      throw new IOException("the engine of ClickHouse did not start");
    }
    return new ClickHouseFront(
        process, URI.create("http://127.0.0.1:" + Files.readString(port).strip()));
  }

  ClickHouseSettings settings(Duration duplicateWindow) {
    return new ClickHouseSettings(address, "traffic", "default", "", duplicateWindow);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " did not end well");
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
