package io.entente.hub.estate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An Admin API that answers 401 without its token, and 403 to a list of routes where told so. */
final class ProtectedKong implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final String header;
  private final String token;
  private volatile boolean forbidding;
  private volatile boolean silent;

  ProtectedKong(String header, String token) {
    this.header = header;
    this.token = token;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<String> requests() {
    return requests;
  }

  /** Answers no more until it is closed. */
  void fallSilent() {
    silent = true;
  }

  void forbidRoutes() {
    forbidding = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      if (silent) {
        released.await();
      } else if (!token.equals(exchange.getRequestHeaders().getFirst(header))) {
        send(exchange, 401, "{\"message\":\"Unauthorized\"}");
      } else if (path.equals("/")) {
        send(
            exchange,
            200,
            "{\"version\":\"3.9.1\",\"tagline\":\"Welcome to kong\",\"configuration\":{\"database\":\"postgres\"}}");
      } else if (path.equals("/plugins/enabled")) {
        send(exchange, 200, "{\"enabled_plugins\":[\"http-log\",\"rate-limiting\"]}");
      } else if (path.equals("/routes")) {
        send(
            exchange,
            forbidding ? 403 : 200,
            forbidding ? "{\"message\":\"no\"}" : "{\"data\":[],\"next\":null}");
      } else {
        send(exchange, 404, "{\"message\":\"Not found\"}");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
