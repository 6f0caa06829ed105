package io.entente.testkit.upstream;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An upstream that does to the attempts of each request what was written down for it. A request
 * says by its header {@code x-case} which it is.
 */
public final class ScriptedUpstream implements AutoCloseable {

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
  private volatile CountDownLatch gate = new CountDownLatch(0);

  public ScriptedUpstream() throws IOException {
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public void script(String name, List<Doing> doings) {
    scripts.put(name, doings);
  }

  /** How often a request arrived. */
  public int attempts(String name) {
    return attempts.getOrDefault(name, new AtomicInteger()).get();
  }

  /** No answer begins until {@link #release()}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void release() {
    gate.countDown();
  }

  /** How many answers are under way, held ones among them. */
  public int underWay() {
    return now.get();
  }

  /** How many there were at once at most, since it was asked last. */
  public int mostAtOnce() {
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
        // the caller may go on with its last byte in hand, before this thread does
        var counting = new AtomicBoolean(counted);
        Runnable over =
            () -> {
              if (counting.getAndSet(false)) {
                now.decrementAndGet();
              }
            };
        try {
          play(doing, socket, in, over);
        } finally {
          over.run();
        }
      }
    } catch (IOException e) {
      // the other side went away, as it may
    }
  }

  private void play(Doing doing, Socket socket, BufferedReader in, Runnable over)
      throws IOException {
    if (doing instanceof Doing.Mute mute) {
      if (mute.ended().isEmpty()) {
        in.readLine();
      } else {
        pass(mute.ended().get());
      }
      return;
    }
    var answers = (Doing.Answers) doing;
    opened();
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
    over.run();
    if (!answers.breaks()) {
      write(out, "0\r\n\r\n");
    }
  }

  private void opened() throws IOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("closed while an answer was held", e);
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
