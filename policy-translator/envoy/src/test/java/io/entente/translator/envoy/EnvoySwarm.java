package io.entente.translator.envoy;

import static org.awaitility.Awaitility.await;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.Proto;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One Envoy process with a listener and a cluster for each of many translations, all of the API
 * {@code orders}. Both come from files, and the routes of each from one of their own, so that what
 * Envoy refuses leaves the others alone: there is no such listener or cluster, or no route at all.
 */
final class EnvoySwarm implements AutoCloseable {

  private static final String API = "api.orders.";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final Map<String, Integer> ports = new HashMap<>();

  /**
   * @param all documents as GoldenCases makes them
   */
  EnvoySwarm(Path program, Path scratch, List<Node> all) throws IOException {
    var listeners = new ArrayList<Node>();
    var clusters = new ArrayList<Node>();
    Node.Obj first = Node.obj();
    for (int i = 0; i < all.size(); i++) {
      Node own = own(all.get(i), i);
      Path routes = scratch.resolve("routes-" + i + ".json");
      Files.writeString(routes, JsonTree.write(StaticBootstrap.routes(own)));
      first = (Node.Obj) StaticBootstrap.of(own, routes);
      Node resources = Requests.field(first, "static_resources");
      for (Node cluster : ofApis(Requests.items(resources, "clusters"), true)) {
        clusters.add(
            ((Node.Obj) cluster)
                .with("@type", Node.text("type.googleapis.com/envoy.config.cluster.v3.Cluster")));
      }
      Node listener = Requests.items(resources, "listeners").get(0);
      listeners.add(
          ((Node.Obj) listener)
              .with("@type", Node.text("type.googleapis.com/envoy.config.listener.v3.Listener"))
              .with("name", Node.text("m" + i)));
    }
    Node.Obj resources = (Node.Obj) Requests.field(first, "static_resources");
    Node shared = Node.arr(ofApis(Requests.items(resources, "clusters"), false));
    Path bootstrap = scratch.resolve("bootstrap.json");
    Path admin = scratch.resolve("admin.address");
    Path log = scratch.resolve("envoy.log");
    Files.writeString(
        bootstrap,
        JsonTree.write(
            first
                .with("static_resources", resources.without("listeners").with("clusters", shared))
                .with(
                    "dynamic_resources",
                    Proto.message("lds_config", file(scratch.resolve("listeners.json"), listeners))
                        .with("cds_config", file(scratch.resolve("clusters.json"), clusters)))));
    process =
        new ProcessBuilder(
                program.toString(),
                "-c",
                bootstrap.toString(),
                "--admin-address-path",
                admin.toString(),
                "--use-dynamic-base-id",
                "--concurrency",
                "1",
                "-l",
                "error")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .failFast("Envoy ended: see " + log, () -> !process.isAlive())
          .ignoreExceptions()
          .until(() -> get(Files.readString(admin) + "/ready").statusCode() == 200);
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw new IllegalStateException(Files.readString(log), e);
    }
    Node found =
        JsonTree.read(
            get(Files.readString(admin) + "/listeners?format=json").body(), TreeLimits.VENDOR);
    String known = get(Files.readString(admin) + "/clusters").body();
    for (Node listener : Requests.items(found, "listener_statuses")) {
      Node address = Requests.field(Requests.field(listener, "local_address"), "socket_address");
      String name = Requests.text(Requests.field(listener, "name"));
      if (known.contains(API + name + "::")) {
        ports.put(name, (int) Requests.number(Requests.field(address, "port_value")));
      }
    }
  }

  /** The same with clusters that no other has. */
  private static Node own(Node documents, int which) {
    return JsonTree.read(
        JsonTree.write(documents).replace("\"api.orders\"", "\"" + API + "m" + which + "\""),
        TreeLimits.VENDOR);
  }

  private static List<Node> ofApis(List<Node> clusters, boolean which) {
    return clusters.stream()
        .filter(c -> Requests.text(Requests.field(c, "name")).startsWith(API) == which)
        .toList();
  }

  private static Node file(Path file, List<Node> resources) throws IOException {
    Files.writeString(file, JsonTree.write(Proto.message("resources", Node.arr(resources))));
    return Proto.message("path_config_source", Proto.message("path", file.toString()))
        .with("resource_api_version", Node.text("V3"));
  }

  /** Whether Envoy took the listener and the cluster of this one. */
  boolean listens(int which) {
    return ports.containsKey("m" + which);
  }

  /** To the listener of one of them. */
  HttpRequest.Builder request(int which, String path) {
    return HttpRequest.newBuilder(address(which, path)).timeout(Duration.ofSeconds(20));
  }

  URI address(int which, String path) {
    return URI.create("http://127.0.0.1:" + ports.getOrDefault("m" + which, 0) + path);
  }

  HttpResponse<String> call(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private HttpResponse<String> get(String address) {
    return call(HttpRequest.newBuilder(URI.create("http://" + address)).build());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
