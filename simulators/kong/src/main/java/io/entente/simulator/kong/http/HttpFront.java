package io.entente.simulator.kong.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A listener on 127.0.0.1. Requests that find no thread and no room in the queue wait at accept.
 */
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
   */
  public static HttpFront start(String name, int port, Function<Request, Answer> handler)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), WAITING);
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              var thread = new Thread(work, "kong-" + name);
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
      Request request = read(exchange);
      Answer answer = handler.apply(request);
      if (answer.delivery() != Delivery.DROPPED) {
        write(exchange, request, answer);
      }
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    return Request.of(
        exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
  }

  private static void write(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    Response response = answer.response();
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.body();
    if (request.method().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    if (body.length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
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
}
