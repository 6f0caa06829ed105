package io.entente.translator.apigee;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.simulator.apigee.plane.HookPoint;
import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import io.entente.simulator.apigee.plane.RunningHook;
import io.entente.simulator.apigee.plane.RunningKey;
import io.entente.simulator.apigee.plane.RunningProduct;
import io.entente.simulator.apigee.proxy.SimulatedDataPlane;
import io.entente.simulator.apigee.proxy.tls.Trust;
import io.entente.translator.Translation;
import io.entente.translator.apigee.dialect.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A simulated message processor, written from Apigee's documents and not from the translator, with
 * the proxy of {@link Worlds} and an upstream that answers 200 and remembers what it got.
 */
final class RunningApigee implements AutoCloseable {

  static final ObjectKey PROXY = new ObjectKey("apis", "orders");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer upstream;
  private final SimulatedDataPlane plane;
  private volatile Map<String, List<String>> seen = Map.of();
  private volatile Map<String, String> said = Map.of();
  private volatile String seenQuery = "";
  private volatile boolean asked;
  private Map<String, String> products = Map.of();
  private int ids;

  /**
   * @param published key sets by address
   */
  RunningApigee(Clock clock, Map<String, String> published) {
    try {
      upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      upstream.createContext("/", this::answer);
      upstream.start();
      plane =
          new SimulatedDataPlane(
              0,
              fact -> {},
              clock,
              () -> "id-" + ids++,
              Trust.ofRuntime(),
              address -> published.getOrDefault(address, "nobody is here"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A proxy of others that leads to the upstream; to be translated for and then held. */
  World world() {
    var world = new World();
    world.bundle("orders", proxy(Worlds.BASE));
    return world;
  }

  /** A proxy on which no policy is. */
  SortedMap<String, Blob> proxy(String basePath) {
    var raw = new TreeMap<String, Blob>();
    raw.put(
        "apiproxy/proxies/default.xml",
        Blob.ofText(
            "<ProxyEndpoint name=\"default\"><HTTPProxyConnection><BasePath>"
                + basePath
                + "</BasePath></HTTPProxyConnection><RouteRule name=\"all\">"
                + "<TargetEndpoint>default</TargetEndpoint></RouteRule></ProxyEndpoint>"));
    raw.put(
        "apiproxy/targets/default.xml",
        Blob.ofText(
            "<TargetEndpoint name=\"default\"><HTTPTargetConnection><URL>http://127.0.0.1:"
                + upstream.getAddress().getPort()
                + "</URL></HTTPTargetConnection></TargetEndpoint>"));
    return raw;
  }

  /** The bundles as they are uploaded, ours and that of others. */
  static SortedMap<ObjectKey, SortedMap<String, Blob>> bundles(
      World world, Translation translation) {
    var bundles = new TreeMap<>(world.written(translation));
    bundles.computeIfAbsent(
        PROXY, key -> world.files((Content.Files) world.observed().get(key).content()));
    return bundles;
  }

  /**
   * Runs this from the next request on.
   *
   * @param hooks what is attached, by point
   * @param callers by key; each has a product that opens everything
   * @return why it cannot be deployed; empty when it is
   */
  List<String> hold(
      SortedMap<ObjectKey, SortedMap<String, Blob>> bundles,
      Map<String, Node.Obj> hooks,
      Map<String, String> callers) {
    var proxies = new ArrayList<RunningBundle>();
    var flows = new ArrayList<RunningBundle>();
    var faults = new ArrayList<String>();
    bundles.forEach(
        (key, files) -> {
          boolean flow = key.kind().equals("sharedflows");
          var bytes = new TreeMap<String, byte[]>();
          files.forEach((name, blob) -> bytes.put(name, blob.bytes()));
          var bundle = new RunningBundle(key.nativeId(), "1", bytes);
          faults.addAll(plane.faultsOf(bundle, flow));
          (flow ? flows : proxies).add(bundle);
        });
    var attached = new EnumMap<HookPoint, RunningHook>(HookPoint.class);
    hooks.forEach(
        (point, hook) ->
            attached.put(
                point(point),
                new RunningHook(
                    Trees.text(hook, "sharedFlow").orElse(""),
                    !hook.field("continueOnError").equals(Optional.of(Node.bool(false))))));
    plane.run(
        new RunningEnvironment(
            "acme",
            "prod",
            List.of(),
            proxies,
            flows,
            attached,
            List.of(),
            callers.entrySet().stream().map(this::key).toList()));
    return faults;
  }

  /** As translated. */
  void hold(World world, Translation translation, Map<String, String> callers) {
    List<String> faults = hold(bundles(world, translation), hooks(translation), callers);
    if (!faults.isEmpty()) {
      throw new AssertionError(faults);
    }
  }

  static SortedMap<String, Node.Obj> hooks(Translation translation) {
    var hooks = new TreeMap<String, Node.Obj>();
    translation
        .objects()
        .forEach(
            (key, object) -> {
              if (key.kind().equals("flowhooks")) {
                hooks.put(key.nativeId(), (Node.Obj) ((Content.Tree) object.content()).root());
              }
            });
    return hooks;
  }

  private static HookPoint point(String label) {
    return Arrays.stream(HookPoint.values())
        .filter(point -> point.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no hook " + label));
  }

  /** The name of the product that a caller has from now on; all otherwise. */
  void hasProducts(Map<String, String> byCaller) {
    products = Map.copyOf(byCaller);
  }

  private RunningKey key(Map.Entry<String, String> caller) {
    var all =
        new RunningProduct(
            products.getOrDefault(caller.getValue(), "all"),
            true,
            List.of(),
            List.of(),
            List.of("/"));
    return new RunningKey(
        caller.getKey(),
        true,
        -1,
        "app",
        caller.getValue(),
        true,
        "a@test.test",
        true,
        List.of(all));
  }

  /** Headers that the upstream answers with from now on. */
  void upstreamSays(Map<String, String> headers) {
    said = Map.copyOf(headers);
  }

  /**
   * What the upstream got of the last request, by lower-case name; empty where it was not asked.
   */
  Optional<Map<String, List<String>>> seen() {
    return asked ? Optional.of(seen) : Optional.empty();
  }

  /** The query of what the upstream got last, as it was written. */
  String seenQuery() {
    return seenQuery;
  }

  /**
   * @param path below the base path, with its query
   */
  HttpRequest.Builder request(String path) {
    return requestTo(Worlds.BASE + path);
  }

  /** To any proxy. */
  HttpRequest.Builder requestTo(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plane.port() + path));
  }

  HttpResponse<String> call(HttpRequest request) {
    asked = false;
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var headers = new TreeMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    seen = headers;
    seenQuery = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    asked = true;
    said.forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    plane.close();
    upstream.stop(0);
  }
}
