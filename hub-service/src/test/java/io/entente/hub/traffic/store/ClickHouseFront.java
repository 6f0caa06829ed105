package io.entente.hub.traffic.store;

import io.entente.hub.test.PythonHome;
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

  private final Process process;
  private final URI address;

  private ClickHouseFront(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static ClickHouseFront start() throws IOException, InterruptedException {
    Path python = PythonHome.of("clickhouse", SOURCES.resolve("requirements.txt")).python();
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

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
