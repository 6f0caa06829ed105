package io.entente.translator.kong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A simulated node, held to recordings of a real one, with routes that are used once. Callers come
 * from addresses of 127.0.0.0/8.
 */
final class ProbedKong implements AutoCloseable {

  /** The upstream answers with what callers send by names that begin like this. */
  static final String SAY = "x-say-";

  private static final String KEYS = "0e000000-0000-4000-8000-000000000001";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer upstream;
  private final KongNode node;
  private volatile String seen = "";
  private int routes;
  private int groups;

  /** A request and what it is asked on. */
  record Probe(
      String from,
      String method,
      List<String> headers,
      String body,
      boolean chunked,
      String query) {

    /** Without a query. */
    Probe(String from, String method, List<String> headers, String body, boolean chunked) {
      this(from, method, headers, body, chunked, "");
    }
  }

  /** A route of its own. */
  record Trial(String id, String path) {

    /** An instance for the route of {@link Worlds}, here. */
    Node.Obj carries(Node.Obj document) {
      Node.Obj route = Node.obj(Map.of("id", Node.text(id)));
      return document
              .field("route")
              .equals(Optional.of(Node.obj(Map.of("id", Node.text(Worlds.ROUTE)))))
          ? document.with("route", route)
          : document;
    }
  }

  /** Of an instance in the Admin API. */
  static String path(ObjectKey key) {
    return "plugins/" + key.nativeId();
  }

  /** What is kept, without what differs from one time to the next. */
  static Node kept(Node held) {
    Node.Obj entity = ((Node.Obj) held).without("created_at").without("updated_at");
    return entity.field("route").filter(Node.Obj.class::isInstance).isPresent()
        ? entity.with("route", Node.text("a route"))
        : entity;
  }

  ProbedKong() {
    try {
      upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      upstream.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            seen =
                steady(
                    new TreeMap<>(exchange.getRequestHeaders())
                        + "?"
                        + exchange.getRequestURI().getRawQuery());
            if (exchange.getRequestHeaders().containsKey("x-full")) {
              for (String name : List.of("x-a", "x-b", "x-c", "x-id-0", "x-id-1", "x-id-2")) {
                exchange.getResponseHeaders().add(name, "of the upstream");
              }
            }
            exchange
                .getRequestHeaders()
                .forEach(
                    (name, values) -> {
                      if (name.toLowerCase(Locale.ROOT).startsWith(SAY)) {
                        exchange
                            .getResponseHeaders()
                            .put(name.substring(SAY.length()), List.copyOf(values));
                      }
                    });
            String status = exchange.getRequestHeaders().getFirst("x-status");
            exchange.sendResponseHeaders(status == null ? 200 : Integer.parseInt(status), -1);
            exchange.close();
          });
      upstream.start();
      node = KongSimulator.start(Options.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    must(
        put(
            "services/" + Worlds.SERVICE,
            "{\"name\": \"shop\", \"url\": \"http://127.0.0.1:%d\"}"
                .formatted(upstream.getAddress().getPort())));
    must(route(Worlds.ROUTE, "/elsewhere"));
    for (String consumer : List.of("alice", "bob", "carol", "dave")) {
      must(put("consumers/" + consumer, "{}"));
      must(put("consumers/" + consumer + "/key-auth/" + consumer + "-key", "{}"));
      must(
          put(
              "consumers/" + consumer + "/basic-auth/" + consumer,
              "{\"password\": \"of %s\"}".formatted(consumer)));
      for (String group : ConsumerAccessMeaningTest.GROUPS.get(consumer)) {
        String id = "0d000000-0000-4000-8000-%012d".formatted(groups++);
        must(put("consumers/" + consumer + "/acls/" + id, "{\"group\": \"%s\"}".formatted(group)));
      }
    }
  }

  /** Has callers of a route name themselves by keys; an instance of others. */
  void asksForKeys(Trial trial) {
    must(
        put(
            "plugins/" + KEYS,
            "{\"name\": \"key-auth\", \"route\": {\"id\": \"%s\"}}".formatted(trial.id())));
  }

  /** No route asks for keys any more. */
  void asksForNoKeys() {
    drop("plugins/" + KEYS);
  }

  /** A fresh route, of which nothing was counted. */
  Trial trial() {
    var trial = new Trial(UUID.randomUUID().toString(), "/trial" + routes++);
    must(route(trial.id(), trial.path()));
    return trial;
  }

  /** The entity as the node keeps it; empty where it refuses it. */
  Optional<Node> hold(String path, Node entity) {
    HttpResponse<String> answer = put(path, JsonTree.write(entity));
    return answer.statusCode() == 200
        ? Optional.of(JsonTree.read(answer.body(), TreeLimits.VENDOR))
        : Optional.empty();
  }

  void drop(String path) {
    call(HttpRequest.newBuilder(admin(path)).DELETE().build());
  }

  /** What caller and upstream meet, without what differs from one time to the next. */
  List<String> meet(String path, List<Probe> probes) {
    var met = new ArrayList<String>();
    for (Probe probe : probes) {
      seen = "";
      String answer = steady(send(path, probe));
      met.add(answer + "| upstream: " + seen);
    }
    return met;
  }

  /** So many requests one after the other, over one connection. */
  void burst(String path, int requests) {
    for (int i = 0; i < requests; i++) {
      call(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + node.proxyPort() + path + "?n=" + i))
              .build());
    }
  }

  private String send(String path, Probe probe) {
    String query = probe.query().isEmpty() ? "" : "?" + probe.query();
    var head = new StringBuilder(probe.method() + " " + path + query + " HTTP/1.1\r\n");
    if (probe.headers().stream().noneMatch(header -> header.startsWith("host:"))) {
      head.append("host: kong.test\r\n");
    }
    head.append("connection: close\r\n");
    probe.headers().forEach(header -> head.append(header).append("\r\n"));
    byte[] body = probe.body().getBytes(ISO_8859_1);
    if (probe.chunked()) {
      head.append("transfer-encoding: chunked\r\n\r\n");
      if (body.length > 0) {
        head.append(Integer.toHexString(body.length)).append("\r\n").append(probe.body());
        head.append("\r\n");
      }
      head.append("0\r\n\r\n");
    } else {
      head.append("content-length: ").append(body.length).append("\r\n\r\n").append(probe.body());
    }
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(probe.from(), 0));
      socket.connect(new InetSocketAddress("127.0.0.1", node.proxyPort()));
      socket.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      return "no answer";
    }
  }

  static String steady(String text) {
    return text.replaceAll(
            "(?i)(date|x-kong-[a-z-]*latency|ratelimit-reset|retry-after): .*\r\n", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid")
        .replaceAll("(?i)\nage: \\d+", "\nage: n")
        .replaceAll("uuid#\\d+", "uuid#n")
        .replaceAll("[0-9a-f]{32}", "id")
        .replaceAll("/trial\\d+", "/trial")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "upstream");
  }

  private HttpResponse<String> route(String id, String path) {
    return put(
        "routes/" + id,
        "{\"paths\": [\"%s\"], \"service\": {\"id\": \"%s\"}}".formatted(path, Worlds.SERVICE));
  }

  private HttpResponse<String> put(String path, String body) {
    return call(
        HttpRequest.newBuilder(admin(path))
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  private static void must(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> call(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI admin(String path) {
    return URI.create("http://127.0.0.1:" + node.adminPort() + "/" + path);
  }

  @Override
  public void close() {
    node.close();
    upstream.stop(0);
  }
}
