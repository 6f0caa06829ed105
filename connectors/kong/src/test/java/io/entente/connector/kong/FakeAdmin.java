package io.entente.connector.kong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers what a test tells it, by method and path; 404 otherwise. The last answer repeats. */
final class FakeAdmin implements AutoCloseable {

  static {
    // Two small writes an answer: without this each waits for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /**
   * One answer; {@code cut} closes the connection after that many bytes of the body, {@code stall}
   * keeps it open there and sends no more.
   */
  record Answer(int status, Map<String, String> headers, String body, int cut, boolean stall) {

    static Answer ok(String body) {
      return new Answer(200, Map.of(), body, -1, false);
    }

    static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body, -1, false);
    }

    static Answer cutAfter(int bytes, String body) {
      return new Answer(200, Map.of(), body, bytes, false);
    }

    static Answer stallAfter(int bytes, String body) {
      return new Answer(200, Map.of(), body, bytes, true);
    }

    Answer with(String header, String value) {
      return new Answer(status, Map.of(header, value), body, cut, stall);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<KongCredential> asked = Optional.empty();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  FakeAdmin() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** A node with the recorded facts and schemas. */
  static FakeAdmin recorded() {
    var fake = new FakeAdmin();
    fake.on("GET /", Answer.ok(Recorded.body("01-node-root")));
    fake.on("GET /plugins/enabled", Answer.ok(Recorded.body("01-node-plugins-enabled")));
    for (String name : Recorded.names()) {
      if (name.startsWith("05-schema-plugin-")) {
        fake.on("GET /schemas/plugins/" + name.substring(17), Answer.ok(Recorded.body(name)));
      } else if (name.startsWith("05-schema-entity-")) {
        fake.on("GET /schemas/" + name.substring(17), Answer.ok(Recorded.body(name)));
      }
    }
    for (KongCollection collection : KongCollection.values()) {
      String name = "04-list-" + collection.path();
      if (collection != KongCollection.TARGETS) {
        fake.list(
            collection.path(),
            Recorded.names().contains(name) && Recorded.status(name) == 200
                ? Recorded.body(name)
                : "{\"data\":[],\"next\":null}");
      }
    }
    fake.on("GET /consumer_groups?size=1000", Answer.of(404, "{\"message\":\"Not found\"}"));
    return fake;
  }

  FakeAdmin list(String collection, String page) {
    return on("GET /" + collection + "?size=1000", Answer.ok(page));
  }

  FakeAdmin on(String methodAndPath, Answer... given) {
    answers.put(methodAndPath, new ArrayDeque<>(List.of(given)));
    return this;
  }

  /** Answers 401 to who does not send this, and repeats what was sent, as a bad proxy would. */
  FakeAdmin protect(String header, String token) {
    asked = Optional.of(new KongCredential(header, token));
    return this;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Method, path and query of every request so far. */
  List<String> requests() {
    return requests;
  }

  List<String> bodies() {
    return bodies;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      requests.add(request);
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Answer answer = refusal(exchange).orElseGet(() -> next(request));
      if (answer.status() == 0) {
        throw new IOException("the connection is dropped on purpose");
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (answer.cut() >= 0) {
        exchange.getResponseBody().write(body, 0, answer.cut());
        exchange.getResponseBody().flush();
        if (answer.stall()) {
          awaitClose();
        }
        throw new IOException("the answer is cut on purpose");
      }
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Optional<Answer> refusal(HttpExchange exchange) {
    return asked
        .map(wanted -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(wanted.header())))
        .filter(sent -> !sent.equals(asked.map(KongCredential::token)))
        .map(sent -> Answer.of(401, "{\"message\":\"Unauthorized " + sent.orElse("") + "\"}"));
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer next(String request) {
    var queue = answers.get(request);
    if (queue == null) {
      return Answer.of(404, "{\"message\":\"Not found\"}");
    }
    synchronized (queue) {
      return queue.size() > 1 ? queue.poll() : queue.peek();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
