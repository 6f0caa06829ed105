package io.entente.translator.kong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A simulated node, held to recordings of a real one, with the route of {@link Worlds} and an
 * upstream that answers 200 and remembers what it got.
 */
final class RunningKong implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer upstream;
  private final KongNode node;
  private volatile Map<String, List<String>> seen = Map.of();
  private volatile Map<String, String> said = Map.of("x-id-0", "of the upstream");
  private volatile String seenQuery = "";
  private volatile int status = 200;
  private final AtomicInteger served = new AtomicInteger();

  RunningKong() {
    try {
      upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      upstream.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            var headers = new HashMap<String, List<String>>();
            exchange
                .getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            seen = headers;
            seenQuery = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            said.forEach(exchange.getResponseHeaders()::add);
            served.incrementAndGet();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
      upstream.start();
      node = KongSimulator.start(Options.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    put(
        "services/" + Worlds.SERVICE,
        "{\"name\": \"shop\", \"url\": \"http://127.0.0.1:%d\"}"
            .formatted(upstream.getAddress().getPort()));
    put(
        "routes/" + Worlds.ROUTE,
        "{\"name\": \"orders-route\", \"paths\": [\"/orders\"], \"service\": {\"id\": \"%s\"}}"
            .formatted(Worlds.SERVICE));
  }

  /** Has these plugin instances and no others that were put here before. */
  void hold(Collection<NativeObject> before, Collection<NativeObject> now) {
    for (NativeObject object : before) {
      call(HttpRequest.newBuilder(admin("plugins/" + object.key().nativeId())).DELETE().build());
    }
    for (NativeObject object : now) {
      Node body = ((Content.Tree) object.content()).root();
      put("plugins/" + object.key().nativeId(), JsonTree.write(body));
    }
  }

  /** What the Admin API says of an entity of any kind that it was given. */
  Node kept(NativeObject object) {
    String path = object.key().kind() + "/" + object.key().nativeId();
    put(path, JsonTree.write(((Content.Tree) object.content()).root()));
    return JsonTree.read(
        call(HttpRequest.newBuilder(admin(path)).build()).body(), TreeLimits.VENDOR);
  }

  /** What the upstream got last, by lower-case name. */
  Map<String, List<String>> seen() {
    return seen;
  }

  /** Headers that the upstream answers with from now on. */
  void upstreamSays(Map<String, String> headers) {
    said = Map.copyOf(headers);
  }

  /** The status that the upstream answers with from now on. */
  void upstreamAnswers(int status) {
    this.status = status;
  }

  /** How many requests the upstream got. */
  int served() {
    return served.get();
  }

  /** A request as it is written, for what a client of HTTP would write otherwise. */
  String send(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.proxyPort())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The query of what the upstream got last, as it was written. */
  String seenQuery() {
    return seenQuery;
  }

  /** Has a consumer with a key. */
  void know(String consumer, String key) {
    put("consumers/" + consumer, "{}");
    put("consumers/" + consumer + "/key-auth/" + key, "{}");
  }

  /** Has a consumer of this id with a key. */
  void know(String id, String consumer, ApiKeyCredential key) {
    put("consumers/" + id, "{\"username\": \"%s\"}".formatted(consumer));
    put("consumers/" + id + "/key-auth/" + key.value(), "{}");
  }

  /** What a caller shows. */
  record ApiKeyCredential(String value) {}

  /** Has a consumer with a password. */
  void know(String consumer, String user, String password) {
    put("consumers/" + consumer, "{}");
    put(
        "consumers/" + consumer + "/basic-auth/" + user,
        "{\"password\": \"%s\"}".formatted(password));
  }

  /** Has a consumer in a group. */
  void joins(String consumer, String group) {
    HttpResponse<String> answer =
        call(
            HttpRequest.newBuilder(admin("consumers/" + consumer + "/acls"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"group\": \"%s\"}".formatted(group)))
                .build());
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  HttpRequest.Builder request() {
    return request("");
  }

  /**
   * @param query with its question mark, or empty
   */
  HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + node.proxyPort() + "/orders/1" + query));
  }

  HttpResponse<String> call(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(String path, String body) {
    HttpResponse<String> answer =
        call(
            HttpRequest.newBuilder(admin(path))
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
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
