package io.entente.translator.kong;

import io.entente.engine.upstream.Doing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An upstream that does to the attempts of each request what was written down for it. A request
 * says by its header {@code x-case} which it is.
 */
final class ScriptedUpstream implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, List<Doing>> scripts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  ScriptedUpstream() throws IOException {
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void script(String name, List<Doing> doings) {
    scripts.put(name, doings);
  }

  /** How often a request arrived. */
  int attempts(String name) {
    return attempts.getOrDefault(name, new AtomicInteger()).get();
  }

  /** How many there were at once at most, since it was asked last. */
  int mostAtOnce() {
    return most.getAndSet(0);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String name = "";
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.regionMatches(true, 0, "x-case:", 0, 7)) {
          name = line.substring(7).strip();
        }
      }
      List<Doing> script = scripts.get(name);
      if (script != null) {
        int attempt = attempts.computeIfAbsent(name, n -> new AtomicInteger()).getAndIncrement();
        Doing doing = script.get(Math.min(attempt, script.size() - 1));
        // what stays silent has no end to be counted by
        boolean counted = doing instanceof Doing.Answers;
        if (counted) {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
        }
        try {
          play(doing, socket, in);
        } finally {
          if (counted) {
            now.decrementAndGet();
          }
        }
      }
    } catch (IOException e) {
      // the other side went away, as it may
    }
  }

  private static void play(Doing doing, Socket socket, BufferedReader in) throws IOException {
    if (doing instanceof Doing.Mute mute) {
      if (mute.ended().isEmpty()) {
        in.readLine();
      } else {
        pass(mute.ended().get());
      }
      return;
    }
    var answers = (Doing.Answers) doing;
    pass(answers.head());
    OutputStream out = socket.getOutputStream();
    write(
        out,
        "HTTP/1.1 %d Said\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n"
            .formatted(answers.status()));
    for (Duration gap : answers.gaps()) {
      pass(gap);
      write(out, "1\r\nx\r\n");
    }
    if (!answers.breaks()) {
      write(out, "0\r\n\r\n");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
    threads.shutdownNow();
    threads.awaitTermination(5, TimeUnit.SECONDS);
  }
}
