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

/**
 * A client that costs little itself: bodies made before, one connection a thread, the next delivery
 * after the answer to the last, again after 429 and 503.
 */
final class Deliveries {

  private final URI hub;
  private final List<String> tokens;

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
   */
  record Outcome(long events, double seconds, double[] millis, long refused) {

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
      // Bodies are made before the clock runs; ids of a body repeat only when it is sent again.
      int bodies = Math.max(8, Math.min(2000, 24_000 / batch));
      var made = new ArrayList<List<byte[]>>();
      for (int c = 0; c < connections; c++) {
        var entries = new KongEntries(System.nanoTime());
        var mine = new ArrayList<byte[]>();
        for (int i = 0; i < bodies / connections + 1; i++) {
          mine.add(entries.body(batch, System.currentTimeMillis()));
        }
        made.add(mine);
      }
      long begun = System.nanoTime();
      long end = begun + (long) (seconds * 1e9);
      var running = new ArrayList<Future<Part>>();
      for (int c = 0; c < connections; c++) {
        String token = tokens.get(c % tokens.size());
        var mine = made.get(c);
        running.add(pool.submit(() -> deliver(token, mine, end)));
      }
      long deliveries = 0;
      long refused = 0;
      var millis = new ArrayList<double[]>();
      for (var part : running) {
        var done = part.get(5, TimeUnit.MINUTES);
        deliveries += done.millis.length;
        refused += done.refused;
        millis.add(done.millis);
      }
      double took = (System.nanoTime() - begun) / 1e9;
      double[] all = millis.stream().flatMapToDouble(Arrays::stream).toArray();
      return new Outcome(deliveries * batch, took, all, refused);
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException("a connection failed", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private record Part(double[] millis, long refused) {}

  private Part deliver(String token, List<byte[]> bodies, long end)
      throws IOException, InterruptedException {
    var millis = new double[1024];
    int count = 0;
    long refused = 0;
    try (var socket = new Socket(InetAddress.getByName(hub.getHost()), hub.getPort())) {
      socket.setTcpNoDelay(true);
      var out = socket.getOutputStream();
      var in = new BufferedInputStream(socket.getInputStream());
      for (int next = 0; System.nanoTime() < end; next++) {
        byte[] body = bodies.get(next % bodies.size());
        long begun = System.nanoTime();
        send(out, token, body);
        int status = status(in);
        if (status == 200) {
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
    }
    return new Part(Arrays.copyOf(millis, count), refused);
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
