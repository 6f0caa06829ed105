package io.entente.bench.ingest;

import io.entente.bench.kit.BenchDirectory;
import io.entente.bench.kit.HubProcess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * rsyslog as a user would set it up: takes lines of JSON over TCP, parses them, writes the fields
 * that our events have, and sends them to Kafka with all acknowledgements.
 */
final class Rsyslog implements AutoCloseable {

  static final String TOPIC = "bench.rsyslog";

  private static final String CONFIGURATION =
      """
      global(workDirectory="%1$s" maxMessageSize="64k")
      main_queue(queue.type="FixedArray" queue.size="200000" queue.dequeueBatchSize="2048"
        queue.workerThreads="2")
      module(load="imptcp")
      module(load="mmjsonparse")
      module(load="omkafka")
      template(name="event" type="list" option.jsonf="on") {
        property(outname="id" name="$!request!id" format="jsonf")
        property(outname="http.request.method" name="$!request!method" format="jsonf")
        property(outname="url.path" name="$!request!uri" format="jsonf")
        property(outname="server.address" name="$!request!headers!host" format="jsonf")
        property(outname="http.request.size" name="$!request!size" format="jsonf")
        property(outname="http.response.status_code" name="$!response!status" format="jsonf")
        property(outname="http.response.size" name="$!response!size" format="jsonf")
        property(outname="duration" name="$!latencies!request" format="jsonf")
        property(outname="upstream.duration" name="$!latencies!proxy" format="jsonf")
        property(outname="api" name="$!service!name" format="jsonf")
        property(outname="route" name="$!route!name" format="jsonf")
        property(outname="enduser.id" name="$!consumer!username" format="jsonf")
        property(outname="client.address" name="$!client_ip" format="jsonf")
        property(outname="time" name="$!started_at" format="jsonf")
        property(outname="decision" name="$!source" format="jsonf")
      }
      ruleset(name="traffic") {
        action(type="mmjsonparse" cookie="")
        action(type="omkafka" broker=["%2$s"] topic="%3$s" template="event"
          resubmitOnFailure="on" keepFailedMessages="on"
          confParam=["acks=all", "linger.ms=5", "batch.size=131072", "compression.codec=lz4",
            "queue.buffering.max.messages=200000"])
      }
      input(type="imptcp" address="127.0.0.1" port="%4$d" ruleset="traffic")
      """;

  private final Process process;
  private final int port;

  private Rsyslog(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and waits until it takes connections.
   *
   * @param folder where its package is unpacked
   */
  static Rsyslog start(Path folder, String kafka) throws IOException, InterruptedException {
    Path work = BenchDirectory.make("bench-rsyslog");
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path configuration = work.resolve("rsyslog.conf");
    Files.writeString(configuration, CONFIGURATION.formatted(work, kafka, TOPIC, port));
    Path libraries = folder.resolve("usr/lib/x86_64-linux-gnu");
    var builder =
        new ProcessBuilder(
                folder.resolve("usr/sbin/rsyslogd").toString(),
                "-n",
                "-f",
                configuration.toString(),
                "-i",
                work.resolve("pid").toString(),
                "-M",
                libraries.resolve("rsyslog").toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile());
    builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
    var rsyslog = new Rsyslog(builder.start(), port);
    for (int tenth = 0; tenth < 300; tenth++) {
      try (var ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return rsyslog;
      } catch (IOException notYet) {
        if (!rsyslog.process.isAlive()) {
          break;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    rsyslog.close();
    throw new IOException("rsyslog did not start:\n" + Files.readString(work.resolve("log")));
  }

  double processorSeconds() throws IOException {
    return HubProcess.processorSeconds(process.pid());
  }

  /** Sends entries until the time is over; returns how many. */
  long send(List<String> entries, double seconds) throws IOException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<byte[]> lines =
        entries.stream()
            .map(
                entry ->
                    ("<134>Nov 22 10:00:00 kong kong: " + entry + "\n")
                        .getBytes(StandardCharsets.UTF_8))
            .toList();
    long sent = 0;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var out = new BufferedOutputStream(socket.getOutputStream(), 128 * 1024)) {
      while (System.nanoTime() < end) {
        out.write(lines.get((int) (sent++ % lines.size())));
      }
    }
    return sent;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
