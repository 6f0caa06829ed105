package io.entente.translator.envoy;

import static org.awaitility.Awaitility.await;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One Envoy process on free ports, for the length of a test. */
final class RunningEnvoy implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final String adminAddress;

  RunningEnvoy(Path program, Node documents, Path scratch) throws IOException {
    this(program, scratch, StaticBootstrap.of(documents));
  }

  /**
   * @param configuration as {@link StaticBootstrap} makes it
   */
  RunningEnvoy(Path program, Path scratch, Node configuration) throws IOException {
    Path bootstrap = scratch.resolve("bootstrap.json");
    Path admin = scratch.resolve("admin.address");
    Path log = scratch.resolve("envoy.log");
    Files.writeString(bootstrap, JsonTree.write(configuration));
    process =
        new ProcessBuilder(
                program.toString(),
                "-c",
                bootstrap.toString(),
                "--admin-address-path",
                admin.toString(),
                "--use-dynamic-base-id",
                "--concurrency",
                "2",
                "-l",
                "warning")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .failFast("Envoy ended: see " + log, () -> !process.isAlive())
          .ignoreExceptions()
          .until(() -> get("http://" + Files.readString(admin) + "/ready").statusCode() == 200);
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw new IllegalStateException(Files.readString(log), e);
    }
    adminAddress = Files.readString(admin);
    port = listenerPort(adminAddress);
  }

  HttpResponse<String> call(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, URI.create("http://127.0.0.1:" + port + path), headers);
  }

  /** Over HTTP/1.1; header names and values in turn, a name may come twice. */
  HttpResponse<String> exchange(
      String method, String path, HttpRequest.BodyPublisher body, List<String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, body)
            .timeout(Duration.ofSeconds(10));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return send(request.build());
  }

  int port() {
    return port;
  }

  /** A counter; 0 while Envoy has not made it. */
  long statistic(String name) {
    return get("http://" + adminAddress + "/stats?usedonly&filter=" + name)
        .body()
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 2)))
        .sum();
  }

  private int listenerPort(String admin) {
    Node listeners =
        JsonTree.read(
            get("http://" + admin + "/listeners?format=json").body(), TreeLimits.DOCUMENT);
    Node address =
        Requests.field(Requests.items(listeners, "listener_statuses").get(0), "local_address");
    return (int)
        Requests.number(Requests.field(Requests.field(address, "socket_address"), "port_value"));
  }

  private HttpResponse<String> get(String uri) {
    return send("GET", URI.create(uri));
  }

  private HttpResponse<String> send(String method, URI uri, String... headers) {
    var request =
        HttpRequest.newBuilder(uri)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(10));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
