package io.entente.connector.apigee;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entente.connector.testkit.TestSecrets;
import io.entente.model.tree.SecretRef;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers whatever a test says; hands out tokens {@code token-1}, {@code token-2} and so on. */
final class FakeApi implements AutoCloseable {

  private static final String KEY = key();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger tokens = new AtomicInteger();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final TestSecrets secrets = new TestSecrets();
  private volatile int tokenStatus = 200;

  /** A request as it arrived. */
  record Seen(String method, String target, String authorization, String body) {}

  /** What is answered; a status of 0 closes the connection. */
  record Reply(int status, String body, Optional<String> retryAfter) {

    static Reply json(String text) {
      return new Reply(200, text.replace('\'', '"'), Optional.empty());
    }

    static Reply status(int status, String text) {
      return new Reply(status, text.replace('\'', '"'), Optional.empty());
    }
  }

  FakeApi(Function<Seen, Reply> replies) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/token", this::token);
    server.createContext("/v1", exchange -> serve(exchange, replies));
    server.start();
    secrets.put("credential", credential());
  }

  ManagementApi api() {
    return new ManagementApi(config(), secrets);
  }

  ApigeeConfig config() {
    return config(Duration.ofSeconds(5), 10_000);
  }

  ApigeeConfig config(Duration timeout, double requestsPerSecond) {
    return new ApigeeConfig(
        "acme",
        "test",
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        Optional.of(new SecretRef("credential")),
        timeout,
        requestsPerSecond,
        new TreeMap<>());
  }

  TestSecrets secrets() {
    return secrets;
  }

  List<Seen> seen() {
    return new ArrayList<>(seen);
  }

  void tokenStatus(int status) {
    tokenStatus = status;
  }

  int tokens() {
    return tokens.get();
  }

  String credential() {
    return """
        {"type":"service_account","project_id":"p","private_key_id":"1","private_key":"%s",
         "client_email":"hub@p.iam.gserviceaccount.com","client_id":"1",
         "token_uri":"http://127.0.0.1:%d/token"}"""
        .formatted(KEY.replace("\n", "\\n"), server.getAddress().getPort());
  }

  private void token(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String body =
        tokenStatus == 200
            ? "{\"access_token\":\"token-"
                + tokens.incrementAndGet()
                + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
            : "{\"error\":\"invalid_grant\",\"error_description\":\"planted-description\"}";
    send(exchange, new Reply(tokenStatus, body, Optional.empty()));
  }

  private void serve(HttpExchange exchange, Function<Seen, Reply> replies) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    var request =
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            body);
    seen.add(request);
    send(exchange, replies.apply(request));
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.status() == 0) {
      exchange.close();
      return;
    }
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    reply.retryAfter().ifPresent(wait -> exchange.getResponseHeaders().add("Retry-After", wait));
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static String key() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
          + "\n-----END PRIVATE KEY-----\n";
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
