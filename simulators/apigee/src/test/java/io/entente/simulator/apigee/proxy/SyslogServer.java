package io.entente.simulator.apigee.proxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Collects lines. */
final class SyslogServer implements AutoCloseable {

  private final ServerSocket server;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  SyslogServer() {
    this(ServerSocketFactory.getDefault(), 0);
  }

  SyslogServer(ServerSocketFactory factory, int port) {
    try {
      server = factory.createServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** A MessageLogging policy that sends here. */
  String policy(String name, String message) {
    return "<MessageLogging name=\""
        + name
        + "\"><Syslog><Message>"
        + message
        + "</Message><Host>127.0.0.1</Host><Port>"
        + port()
        + "</Port><Protocol>TCP</Protocol></Syslog></MessageLogging>";
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        daemon(() -> read(socket));
      } catch (IOException closed) {
        // The test is over.
      }
    }
  }

  private void read(Socket socket) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException gone) {
      // The sender left.
    }
  }

  private void daemon(Runnable task) {
    var thread = new Thread(task, "syslog-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
      // A socket is only gone for the other side when nobody reads from it any more.
      for (Thread thread : threads) {
        thread.join(5_000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
