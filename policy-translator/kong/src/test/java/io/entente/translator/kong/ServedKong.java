package io.entente.translator.kong;

import io.entente.json.JsonTree;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A simulated node, held to recordings of a real one, with APIs that we make. */
final class ServedKong implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final KongNode node;

  ServedKong() {
    try {
      node = KongSimulator.start(Options.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return node.proxyPort();
  }

  /** Takes entities, those first that others refer to; what it said of the first it refused. */
  Optional<String> hold(Map<ObjectKey, Node.Obj> objects) {
    for (String kind : List.of("upstreams", "targets", "services", "routes")) {
      for (var object : objects.entrySet()) {
        if (object.getKey().kind().equals(kind)) {
          HttpResponse<String> answer = put(object.getKey(), object.getValue());
          if (answer.statusCode() != 200) {
            return Optional.of(object.getKey() + " " + answer.body());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The entity as the node keeps it, without what differs from one time to the next. */
  String kept(ObjectKey key) {
    return call(HttpRequest.newBuilder(admin(key.kind() + "/" + key.nativeId())).build())
        .body()
        .replaceAll("\"(created|updated)_at\":[0-9.]+", "");
  }

  /** Forgets what it has found out about the target of an upstream. */
  void heals(String upstream, String target) {
    String path = "upstreams/" + upstream + "/targets/" + target + "/healthy";
    call(HttpRequest.newBuilder(admin(path)).PUT(BodyPublishers.noBody()).build());
  }

  private HttpResponse<String> put(ObjectKey key, Node.Obj object) {
    var body = new TreeMap<>(object.fields());
    String path = key.kind() + "/" + key.nativeId();
    if (key.kind().equals("targets")) {
      path = "upstreams/" + upstreamOf(object) + "/" + path;
      body.remove("upstream");
    }
    return call(
        HttpRequest.newBuilder(admin(path))
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(JsonTree.write(Node.obj(body))))
            .build());
  }

  /** The id of the upstream that a target is of. */
  static String upstreamOf(Node.Obj target) {
    return Recorded.text(Recorded.field(Recorded.field(target, "upstream"), "id"));
  }

  private URI admin(String path) {
    return URI.create("http://127.0.0.1:" + node.adminPort() + "/" + path);
  }

  private static HttpResponse<String> call(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
