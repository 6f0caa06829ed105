package io.entente.translator.kong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what http-log delivers, and remembers how it came. */
final class LogHub implements AutoCloseable {

  /** What a connector would resolve the reference to. */
  static final String TOKEN = "of the gateway";

  private final HttpServer server;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

  /**
   * One body.
   *
   * @param at when, on the clock of {@link System#nanoTime}
   */
  record Delivery(
      String method, String path, String type, String token, List<Node> entries, long at) {}

  LogHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /** All so far, in the order in which they came. */
  List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  List<Node> entries() {
    return deliveries.stream().flatMap(delivery -> delivery.entries().stream()).toList();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void forget() {
    deliveries.clear();
  }

  /** Until so many entries came, or the time is over. */
  synchronized void await(int entries, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (long left = atMost.toMillis();
          entries().size() < entries && left > 0;
          left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void add(Delivery delivery) {
    deliveries.add(delivery);
    notifyAll();
  }

  /** Of a gateway that delivers here. */
  Translation translate(List<Policy> policies) {
    var settings =
        new TreeMap<>(
            Map.of(
                "database",
                "postgres",
                "ingest.url",
                "http://127.0.0.1:" + port() + "/ingest",
                "ingest.token.ref",
                "env:TOKEN",
                "ingest.token.fingerprint",
                "ab".repeat(32)));
    return new KongTranslator()
        .translate(
            CaseRequest.of(
                Requests.profile(1, settings, Requests.plugins()),
                Worlds.estate(""),
                List.of(Worlds.bound()),
                policies));
  }

  /** As a connector writes it, who resolves the secret. */
  static Node.Obj withToken(Node.Obj plugin) {
    if (!(plugin.field("config").orElse(Node.nothing()) instanceof Node.Obj config)
        || !(config.field("headers").orElse(Node.nothing()) instanceof Node.Obj headers)) {
      return plugin;
    }
    var told = new TreeMap<String, Node>(headers.fields());
    told.replaceAll((name, value) -> value instanceof Node.Secret ? Node.text(TOKEN) : value);
    return plugin.with("config", config.with("headers", Node.obj(told)));
  }

  private void take(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    add(
        new Delivery(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(headers.getFirst("content-type")),
            String.valueOf(headers.getFirst("x-entente-gateway-token")),
            entries(body),
            now));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** A queue that holds one at most sends it bare. */
  private static List<Node> entries(String body) {
    if (body.isEmpty()) {
      return List.of();
    }
    Node read = JsonTree.read(body, TreeLimits.VENDOR);
    return read instanceof Node.Arr several ? several.items() : List.of(read);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
