package io.entente.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A small REST application on 127.0.0.1 that answers with what it was asked, so that a caller sees
 * what a gateway changed on the way. A path that holds {@code /fail} is answered 500, one that
 * holds {@code /missing} 404.
 */
final class RestUpstream implements AutoCloseable {

  private final String name;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  private RestUpstream(String name, HttpServer server) {
    this.name = name;
    this.server = server;
  }

  /** Starts on {@code port}; 0 takes a free one. */
  static RestUpstream start(String name, int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var upstream = new RestUpstream(name, HttpServer.create(address, 128));
    upstream.server.setExecutor(upstream.workers);
    upstream.server.createContext("/", upstream::answer);
    upstream.server.start();
    return upstream;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readNBytes(1 << 20);
      String path = exchange.getRequestURI().getPath();
      int status = path.contains("/fail") ? 500 : path.contains("/missing") ? 404 : 200;
      byte[] body = body(exchange, path).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.getResponseHeaders().set("x-served-by", name);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String body(HttpExchange exchange, String path) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((header, values) -> headers.put(header.toLowerCase(), String.join(", ", values)));
    String fields =
        headers.entrySet().stream()
            .map(h -> quote(h.getKey()) + ":" + quote(h.getValue()))
            .collect(Collectors.joining(","));
    return "{\"app\":"
        + quote(name)
        + ",\"method\":"
        + quote(exchange.getRequestMethod())
        + ",\"path\":"
        + quote(path)
        + ",\"headers\":{"
        + fields
        + "}}\n";
  }

  private static String quote(String text) {
    var out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < 0x20) {
                out.append(String.format("\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }
}
