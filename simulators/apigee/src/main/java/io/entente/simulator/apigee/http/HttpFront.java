package io.entente.simulator.apigee.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entente.simulator.apigee.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** A listener on 127.0.0.1. Requests that find no thread and no room wait at accept. */
public final class HttpFront implements AutoCloseable {

  private static final int THREADS = 16;
  private static final int WAITING = 1024;

  static {
    // without it every answer on a kept connection waits for a delayed acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private HttpFront(HttpServer server, ThreadPoolExecutor threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts listening.
   *
   * @param port 0 for any free port
   * @throws IOException when the port is taken
   */
  public static HttpFront start(int port, Function<Request, Answer> handler) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), WAITING);
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              var thread = new Thread(work, "apigee-management");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, handler));
    server.start();
    return new HttpFront(server, threads);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Function<Request, Answer> handler)
      throws IOException {
    try (exchange) {
      Map<String, String> headers = new LinkedHashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      boolean isGzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      Optional<byte[]> body = Optional.empty();
      try {
        body = RequestBody.read(exchange.getRequestBody(), isGzip);
      } catch (ZipException e) {
        write(exchange, Request.of("POST", "/", headers, new byte[0]), notGzip());
        return;
      }
      String target = exchange.getRequestURI().toString();
      Request request =
          Request.of(exchange.getRequestMethod(), target, headers, body.orElse(new byte[0]));
      Answer answer = body.isPresent() ? handler.apply(request) : tooLarge();
      if (answer.delivery() != Delivery.DROPPED) {
        write(exchange, request, answer);
      }
    }
  }

  private static Answer tooLarge() {
    return refused(413, "Request payload size exceeds the limit: 33554432 bytes.");
  }

  private static Answer notGzip() {
    return refused(400, "The request body is not gzip.");
  }

  private static Answer refused(int status, String message) {
    var body = Json.object();
    body.putObject("error")
        .put("code", status)
        .put("message", message)
        .put("status", "INVALID_ARGUMENT");
    return Answer.whole(Response.json(status, body));
  }

  private static void write(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    Response response = answer.response();
    response.headers().forEach(exchange.getResponseHeaders()::set);
    boolean isPretty = !request.argument("prettyPrint").orElse("true").equals("false");
    byte[] body = response.body(isPretty);
    if (body.length == 0 || request.method().equals("HEAD")) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    if (acceptsGzip(request)) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
      body = gzip(body);
    }
    exchange.sendResponseHeaders(response.status(), body.length);
    boolean isCut = answer.delivery() == Delivery.CUT;
    OutputStream out = exchange.getResponseBody();
    out.write(isCut ? Arrays.copyOf(body, body.length / 2) : body);
    out.flush();
    if (!isCut) {
      out.close();
    }
  }

  private static boolean acceptsGzip(Request request) {
    return request.header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT).contains("gzip");
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }
}
