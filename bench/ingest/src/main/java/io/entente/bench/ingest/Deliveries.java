package io.entente.bench.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gateways that cost little itself: bodies made before, one connection a thread, the next delivery
 * after the answer to the last, the same again after 429 and 503. No two deliveries have an id in
 * common.
 */
final class Deliveries {

  private final URI hub;
  private final List<String> tokens;
  private final AtomicLong made = new AtomicLong();

  /**
   * @param tokens one a gateway; connections take turns
   */
  Deliveries(URI hub, List<String> tokens) {
    this.hub = hub;
    this.tokens = List.copyOf(tokens);
  }

  /**
   * What came of it.
   *
   * @param events accepted
   * @param seconds from the first byte to the last answer
   * @param millis of each accepted delivery
   * @param refused answers 429 and 503
   * @param unsure events of deliveries that were refused to the end; some may have got through
   */
  record Outcome(long events, double seconds, double[] millis, long refused, long unsure) {

    double perSecond() {
      return events / seconds;
    }
  }

  /**
   * Delivers entries until the time is over.
   *
   * @param batch entries a delivery
   */
  Outcome run(int connections, int batch, double seconds) throws IOException, InterruptedException {
    var pool = Executors.newFixedThreadPool(connections);
    try {
      // Bodies are made before the clock runs.
      int bodies = Math.max(8, Math.min(2000, 24_000 / batch));
      var all = new ArrayList<List<LogBody>>();
      for (int c = 0; c < connections; c++) {
        var entries = new KongEntries(System.nanoTime());
        var mine = new ArrayList<LogBody>();
        for (int i = 0; i < bodies / connections + 1; i++) {
          mine.add(entries.body(batch));
        }
        all.add(mine);
      }
      long begun = System.nanoTime();
      long end = begun + (long) (seconds * 1e9);
      var running = new ArrayList<Future<Part>>();
      for (int c = 0; c < connections; c++) {
        String token = tokens.get(c % tokens.size());
        var mine = all.get(c);
        running.add(pool.submit(() -> deliver(token, mine, Long.MAX_VALUE, end)));
      }
      long deliveries = 0;
      long refused = 0;
      long unsure = 0;
      var millis = new ArrayList<double[]>();
      for (var part : running) {
        var done = part.get(5, TimeUnit.MINUTES);
        deliveries += done.millis.length;
        refused += done.refused;
        unsure += done.unsure;
        millis.add(done.millis);
      }
      double took = (System.nanoTime() - begun) / 1e9;
      double[] times = millis.stream().flatMapToDouble(Arrays::stream).toArray();
      return new Outcome(deliveries * batch, took, times, refused, unsure);
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException("a connection failed", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Delivers one entry and returns when it is accepted. */
  void once() throws IOException, InterruptedException {
    var one = List.of(new KongEntries(System.nanoTime()).body(1));
    deliver(tokens.get(0), one, 1, Long.MAX_VALUE);
  }

  private record Part(double[] millis, long refused, long unsure) {}

  private Part deliver(String token, List<LogBody> bodies, long most, long end)
      throws IOException, InterruptedException {
    var millis = new double[1024];
    int count = 0;
    long refused = 0;
    try (var socket = new Socket(InetAddress.getByName(hub.getHost()), hub.getPort())) {
      socket.setTcpNoDelay(true);
      var out = socket.getOutputStream();
      var in = new BufferedInputStream(socket.getInputStream());
      boolean accepted = true;
      byte[] body = new byte[0];
      for (int next = 0; count < most && System.nanoTime() < end; ) {
        if (accepted) {
          body = bodies.get(next++ % bodies.size()).stamped(made.incrementAndGet());
        }
        long begun = System.nanoTime();
        send(out, token, body);
        int status = status(in);
        accepted = status == 200;
        if (accepted) {
          if (count == millis.length) {
            millis = Arrays.copyOf(millis, count * 2);
          }
          millis[count++] = (System.nanoTime() - begun) / 1e6;
        } else if (status == 429 || status == 503) {
          refused++;
          TimeUnit.MILLISECONDS.sleep(20);
        } else {
          throw new IOException("the hub answered " + status);
        }
      }
      long unsure = accepted ? 0 : bodies.get(0).entries();
      return new Part(Arrays.copyOf(millis, count), refused, unsure);
    }
  }

  private static void send(OutputStream out, String token, byte[] body) throws IOException {
    String head =
        "POST /ingest/kong HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
            + "x-entente-gateway-token: "
            + token
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(bytes, bytes.length + body.length);
    System.arraycopy(body, 0, all, bytes.length, body.length);
    out.write(all);
    out.flush();
  }

  /** Reads one answer with a length. */
  private static int status(InputStream in) throws IOException {
    String first = line(in);
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
    return Integer.parseInt(first.split(" ", 3)[1]);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the hub closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
