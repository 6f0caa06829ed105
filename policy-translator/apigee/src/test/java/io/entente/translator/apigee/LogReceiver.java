package io.entente.translator.apigee;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes lines over TCP, as the hub's syslog does, and keeps them. */
final class LogReceiver implements AutoCloseable {

  private final ServerSocket server;
  private final List<String> lines = new ArrayList<>();

  LogReceiver() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** Settings of a gateway that logs here. */
  Map<String, String> settings() {
    var settings = new TreeMap<>(Requests.SETTINGS);
    settings.put("ingest.syslog.host", "127.0.0.1");
    settings.put("ingest.syslog.port", Integer.toString(server.getLocalPort()));
    settings.put("ingest.syslog.tls", "false");
    return settings;
  }

  synchronized void forget() {
    lines.clear();
  }

  /** What came since, once there are so many or the time is over. */
  synchronized List<String> lines(int wanted, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (long left = atMost.toMillis();
          lines.size() < wanted && left > 0;
          left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(lines);
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start(() -> read(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void read(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        add(line);
      }
    } catch (IOException gone) {
      // as senders go
    }
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "log-receiver");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
