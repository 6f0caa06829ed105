package io.entente.connector.envoy;

import com.sun.net.httpserver.HttpServer;
import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.NodeState.Sync;
import io.entente.connector.spi.TelemetrySink;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.event.Recorded;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A control plane, an upstream and as many Envoys as a test starts. */
final class EnvoyFixture implements AutoCloseable {

  static final GatewayId GATEWAY = new GatewayId("eu-edge");
  static final String TOKEN = "token-of-eu-edge";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final InMemoryResourceStore store = new InMemoryResourceStore();
  final Queue<TrafficEvent> events = new ConcurrentLinkedQueue<>();
  final Queue<TrafficEvent> counted = new ConcurrentLinkedQueue<>();
  final AccessLogLedger ledger =
      new AccessLogLedger(Duration.ofSeconds(2), Duration.ofHours(1), InstantSource.system());
  final HttpServer upstream;
  final int listenerPort;
  NativeControlPlane plane;
  private final ArrayDeque<AutoCloseable> running = new ArrayDeque<>();

  EnvoyFixture() {
    try {
      upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      upstream.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
          });
      upstream.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    listenerPort = freePort();
    plane = startPlane(0);
  }

  NativeControlPlane startPlane(int port) {
    var started =
        NativeControlPlane.start(
            ControlPlaneSettings.at(new InetSocketAddress("127.0.0.1", port)),
            store,
            token ->
                token.equals(TOKEN)
                    ? Optional.of(new GatewayIdentity(new Tenant("main"), GATEWAY))
                    : Optional.empty(),
            ledger,
            List.of(),
            InstantSource.system());
    TelemetrySink sink =
        new TelemetrySink() {
          @Override
          public CompletionStage<Void> accept(List<TrafficEvent> batch) {
            events.addAll(batch);
            return CompletableFuture.completedFuture(null);
          }

          @Override
          public CompletionStage<Void> accept(Recorded recorded) {
            counted.addAll(recorded.counted());
            return accept(recorded.kept());
          }
        };
    started.telemetry(GATEWAY).start(sink);
    return started;
  }

  NativeConnector connector() {
    return new NativeConnector(GATEWAY, store, plane, new PlainDialect(), new TreeMap<>());
  }

  SortedMap<ObjectKey, Node> good() {
    return Documents.good(listenerPort, upstream.getAddress().getPort());
  }

  /** Stores and pushes, whoever wrote before. */
  void put(SortedMap<ObjectKey, Node> resources) {
    if (store.put(GATEWAY, store.current(GATEWAY).version(), resources).isEmpty()) {
      throw new AssertionError("another test thread wrote");
    }
    plane.refresh(GATEWAY);
  }

  void put(ObjectKey key, Node document) {
    var resources = new TreeMap<>(store.current(GATEWAY).resources());
    resources.put(key, document);
    put(resources);
  }

  EnvoyProcess envoy(String node) {
    var envoy = EnvoyProcess.start(node, GATEWAY, TOKEN, plane.port());
    running.push(envoy);
    return envoy;
  }

  NodeState node(String id) {
    return plane.convergence(GATEWAY).nodes().stream()
        .filter(n -> n.node().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no node " + id));
  }

  boolean is(String id, Sync sync) {
    return plane.convergence(GATEWAY).nodes().stream()
        .anyMatch(n -> n.node().equals(id) && n.sync() == sync);
  }

  /** Status of a GET through Envoy; 0 when it does not answer. */
  int get(String path, String... headers) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listenerPort + path))
              .timeout(Duration.ofSeconds(5));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
    plane.close();
    upstream.stop(0);
  }

  /** Compares documents as they stand. */
  static final class PlainDialect implements Dialect {
    @Override
    public Vendor vendor() {
      return Vendor.ENVOY;
    }

    @Override
    public Content canonicalise(ObjectKey key, Content content) {
      return content;
    }

    @Override
    public Optional<String> mergeField(String kind, NodePath list) {
      return Optional.of("name");
    }

    @Override
    public List<ChangeSet> pack(List<Change> changes, GatewayProfile profile) {
      throw new UnsupportedOperationException("tests apply steps themselves");
    }
  }
}
