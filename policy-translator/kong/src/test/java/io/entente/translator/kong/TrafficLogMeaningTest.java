package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Every exchange on a simulated node is reported once, as it was, and soon enough. */
class TrafficLogMeaningTest {

  private static final long SEED = 20261122;
  private static final int EXCHANGES = 240;
  private static final int MOST_OF_ONE = 200;
  private static final String TOKEN = "of the gateway";

  /** How late a batch may be for reasons of this machine. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** An entry of a log, and when it came. */
  private record Entry(String method, String uri, int status, long at) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<Integer> batches = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();

  @Test
  void reportsEveryExchangeOnceWithinTheDelay() throws IOException {
    var random = new Random(SEED);
    HttpServer hub =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext("/ingest", this::take);
    hub.start();
    try (var kong = new RunningKong()) {
      // Given
      var delay = Duration.ofSeconds(1 + random.nextInt(2));
      kong.hold(List.of(), translated(Policies.enforcing("log", new TrafficLog(delay)), hub));
      Map<String, Long> ended = new HashMap<>();
      Map<String, String> meant = new HashMap<>();

      // When
      for (int i = 0; i < EXCHANGES; i++) {
        String method = List.of("GET", "POST", "DELETE", "OPTIONS").get(random.nextInt(4));
        String query = "?n=" + i;
        int status =
            kong.call(
                    kong.request(query)
                        .method(method, BodyPublishers.ofString("a".repeat(random.nextInt(50))))
                        .build())
                .statusCode();
        ended.put("/orders/1" + query, System.nanoTime());
        meant.put("/orders/1" + query, method + " " + status);
      }
      await()
          .atMost(delay.plus(GRACE))
          .untilAsserted(() -> assertThat(entries).hasSizeGreaterThanOrEqualTo(EXCHANGES));

      // Then
      assertThat(entries).hasSize(EXCHANGES);
      assertThat(entries).extracting(Entry::uri).doesNotHaveDuplicates();
      for (Entry entry : entries) {
        assertThat(entry.method() + " " + entry.status()).isEqualTo(meant.get(entry.uri()));
        assertThat(Duration.ofNanos(entry.at() - ended.getOrDefault(entry.uri(), 0L)))
            .as("seed %d: %s", SEED, entry)
            .isLessThan(delay.plus(GRACE));
      }
      assertThat(batches).allMatch(size -> size >= 1 && size <= MOST_OF_ONE);
      assertThat(tokens).isNotEmpty().allMatch(TOKEN::equals);
    } finally {
      hub.stop(0);
    }
  }

  @Test
  void tellsTheHubByWhereItDeliversWhatIsToBeKept() throws IOException {
    HttpServer hub =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext("/ingest", this::take);
    hub.start();
    try (var kong = new RunningKong()) {
      // Given
      var log = new TrafficLog(Duration.ofSeconds(1), new ErrorsAndSample(10));
      kong.hold(List.of(), translated(Policies.enforcing("log", log), hub));

      // When
      for (int i = 0; i < 20; i++) {
        kong.call(kong.request("?n=" + i).GET().build());
      }

      // Then: Kong leaves out none
      await().atMost(GRACE).untilAsserted(() -> assertThat(entries).hasSize(20));
      assertThat(paths).isNotEmpty().allMatch("/ingest/errors-and-1-in-10"::equals);
    } finally {
      hub.stop(0);
    }
  }

  private static List<NativeObject> translated(Policy policy, HttpServer hub) {
    var settings =
        new TreeMap<>(
            Map.of(
                "database",
                "postgres",
                "ingest.url",
                "http://127.0.0.1:" + hub.getAddress().getPort() + "/ingest",
                "ingest.token.ref",
                "env:TOKEN",
                "ingest.token.fingerprint",
                "ab".repeat(32)));
    Translation translation =
        new KongTranslator()
            .translate(
                CaseRequest.of(
                    Requests.profile(1, settings, Requests.plugins()),
                    Worlds.estate(""),
                    List.of(Worlds.bound()),
                    List.of(policy)));
    assertThat(translation.refusals()).isEmpty();
    var told = new ArrayList<NativeObject>();
    translation
        .objects()
        .forEach((key, object) -> told.add(NativeObject.foreign(key, withToken(key, object))));
    return told;
  }

  /** As a connector writes it, who resolves the secret. */
  private static Content withToken(ObjectKey key, NativeObject object) {
    Node.Obj plugin = (Node.Obj) ((Content.Tree) object.content()).root();
    Node.Obj config = (Node.Obj) Recorded.field(plugin, "config");
    Node.Obj headers = (Node.Obj) Recorded.field(config, "headers");
    assertThat(headers.fields().values()).as("%s", key).allMatch(Node.Secret.class::isInstance);
    var told = new TreeMap<String, Node>();
    headers.fields().keySet().forEach(name -> told.put(name, Node.text(TOKEN)));
    return new Content.Tree(plugin.with("config", config.with("headers", Node.obj(told))));
  }

  private void take(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    paths.add(exchange.getRequestURI().toString());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-entente-gateway-token")));
    List<Node> logs = ((Node.Arr) JsonTree.read(body, TreeLimits.VENDOR)).items();
    batches.add(logs.size());
    for (Node log : logs) {
      Node request = Recorded.field(log, "request");
      entries.add(
          new Entry(
              Recorded.text(Recorded.field(request, "method")),
              Recorded.text(Recorded.field(request, "uri")),
              (int) Requests.number(Recorded.field(Recorded.field(log, "response"), "status")),
              now));
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
