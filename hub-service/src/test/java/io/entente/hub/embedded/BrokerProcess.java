package io.entente.hub.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A broker in a process of its own, which can be killed as the kernel would. */
public final class BrokerProcess implements AutoCloseable {

  private static final String READY = "the broker takes requests";

  private final Process process;

  private BrokerProcess(Process process) {
    this.process = process;
  }

  /** {@code BrokerProcess DIRECTORY PORT REACHED_AT}: runs until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    try (var kafka =
        EmbeddedKafka.start(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]))) {
      System.out.println(READY);
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    System.exit(0);
  }

  /**
   * Returns when it takes requests.
   *
   * @param reachedAt port that it tells clients to come by
   */
  public static BrokerProcess start(Path directory, int port, int reachedAt) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                directory.toString(),
                Integer.toString(port),
                Integer.toString(reachedAt))
            .redirectErrorStream(true)
            .start();
    var said = new StringBuilder();
    var lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(READY)) {
        var rest = new Thread(() -> lines.lines().forEach(ignored -> {}), "broker-output");
        rest.setDaemon(true);
        rest.start();
        return new BrokerProcess(process);
      }
      said.append(line).append('\n');
    }
    throw new IOException("the broker ended:\n" + said);
  }

  /** As {@code kill -9} does; returns when it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
