package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.entente.translator.testkit.GoldenCases;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is emitted has the stated effect on requests through a real Envoy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvoyEffectTest {

  private static final String DOCUMENTS =
      """
      apiVersion: entente.io/v1alpha1
      kind: Api
      metadata: {name: t}
      spec:
        gateways: [edge]
        hosts: ["*"]
        upstream: {endpoints: [{host: 127.0.0.1, port: %d}], connectTimeout: 5s}
        routes:
          - {name: route, path: {prefix: /route}}
          - {name: deny, path: {prefix: /deny}}
          - {name: empty, path: {prefix: /empty}}
          - {name: ip, path: {prefix: /ip}}
          - {name: shared, path: {prefix: /shared}}
          - {name: observe, path: {prefix: /observe}}
          - {name: both, path: {prefix: /both}}
          - {name: edits, path: {prefix: /edits}}
          - {name: get, path: {exact: /method}, methods: [GET]}
          - {name: post, path: {exact: /post}, methods: [POST, PUT]}
      """
          + policy("route", "route", "requests: 3, window: 1h, key: route, onMissingKey: deny")
          + policy("deny", "deny", "requests: 3, window: 1h, key: header:x-c, onMissingKey: deny")
          + policy("empty", "empty", "requests: 3, window: 1h, key: header:x-c, onMissingKey: deny")
          + policy("ip", "ip", "requests: 3, window: 1h, key: header:x-c, onMissingKey: ip")
          + policy(
              "shared", "shared", "requests: 3, window: 1h, key: header:x-c, onMissingKey: shared")
          + policy(
                  "observe",
                  "observe",
                  "requests: 3, window: 1h, key: clientIp, onMissingKey: deny")
              .replace("  rateLimit", "  mode: observe\n  rateLimit")
          + policy("both-a", "both", "requests: 5, window: 1h, key: clientIp, onMissingKey: deny")
          + policy("both-b", "both", "requests: 3, window: 1h, key: route, onMissingKey: deny")
          + policy(
              "edits-limit", "edits", "requests: 1, window: 1h, key: route, onMissingKey: deny")
          + """
          ---
          apiVersion: entente.io/v1alpha1
          kind: Policy
          metadata: {name: edits}
          spec:
            targetRefs: [{kind: Route, name: t/edits}]
            headerTransform:
              request:
                - {set: {name: x-a, value: "100%% of %%REQ(x)%%"}}
                - {append: {name: x-a, value: two}}
                - {addIfAbsent: {name: x-b, value: ours}}
                - {remove: {name: x-gone}}
              response:
                - {set: {name: x-up, value: edited}}
                - {set: {name: x-empty, value: ""}}
                - {set: {name: upgrade, value: h2c}}
          """;

  private HttpServer upstream;
  private RunningEnvoy envoy;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    Path program = EnvoyProgram.require();
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext(
        "/",
        exchange -> {
          var seen = new TreeMap<String, List<String>>();
          exchange.getRequestHeaders().forEach((n, v) -> seen.put(n.toLowerCase(Locale.ROOT), v));
          byte[] body = seen.toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().put("x-up", List.of("1", "2"));
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    upstream.start();
    var translation =
        new EnvoyTranslator()
            .translate(Requests.read(DOCUMENTS.formatted(upstream.getAddress().getPort())));
    assertThat(translation.refusals()).isEmpty();
    envoy = new RunningEnvoy(program, GoldenCases.documents(translation), scratch);
  }

  @AfterAll
  void stop() throws Exception {
    if (envoy != null) {
      envoy.close();
    }
    if (upstream != null) {
      upstream.stop(0);
    }
  }

  @Test
  void limitsARoute() {
    assertThat(statuses(5, "/route")).containsExactly(200, 200, 200, 429, 429);
  }

  @Test
  void refusesRequestsWithoutTheKeyAndCountsValuesApart() {
    assertThat(statuses(2, "/deny")).containsExactly(429, 429);
    assertThat(statuses(4, "/deny", "x-c", "a")).containsExactly(200, 200, 200, 429);
    assertThat(statuses(4, "/deny", "x-c", "b")).containsExactly(200, 200, 200, 429);
    assertThat(statuses(1, "/deny")).containsExactly(429);
  }

  @Test
  void aHeaderWithoutTextIsAKeyOfItsOwn() {
    assertThat(statuses(4, "/empty", "x-c", "")).containsExactly(200, 200, 200, 429);
    assertThat(statuses(1, "/empty")).as("no header at all").containsExactly(429);
    assertThat(statuses(1, "/empty", "x-c", "a")).containsExactly(200);
  }

  @Test
  void countsRequestsWithoutTheKeyByAddress() {
    assertThat(statuses(4, "/ip")).containsExactly(200, 200, 200, 429);
    assertThat(statuses(4, "/ip", "x-c", "a")).containsExactly(200, 200, 200, 429);
  }

  @Test
  void countsRequestsWithoutTheKeyTogether() {
    assertThat(statuses(4, "/shared")).containsExactly(200, 200, 200, 429);
    assertThat(statuses(4, "/shared", "x-c", "a")).containsExactly(200, 200, 200, 429);
  }

  @Test
  void observingRefusesNothing() {
    assertThat(statuses(6, "/observe")).containsOnly(200);
  }

  @Test
  void severalLimitsAllHold() {
    assertThat(statuses(5, "/both")).containsExactly(200, 200, 200, 429, 429);
  }

  @Test
  void editsHeadersLiterallyAndInOrderAlsoOnRefusals() {
    // When
    HttpResponse<String> first = envoy.call("/edits", "x-a", "old", "x-b", "theirs", "x-gone", "1");
    HttpResponse<String> refused = envoy.call("/edits");

    // Then
    assertThat(first.body())
        .contains("x-a=[100% of %REQ(x)%, two]")
        .contains("x-b=[theirs]")
        .doesNotContain("x-gone");
    assertThat(first.headers().allValues("x-up")).containsExactly("edited");
    assertThat(first.headers().allValues("x-empty")).containsExactly("");
    assertThat(first.headers().allValues("upgrade")).as("the stated deviation").isEmpty();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().allValues("x-up")).containsExactly("edited");
  }

  @Test
  void matchesMethodsAndAnswers404WhereNothingMatches() {
    assertThat(statuses(1, "/method")).containsExactly(200);
    assertThat(statuses(1, "/post")).containsExactly(404);
    assertThat(statuses(1, "/routes")).containsExactly(404);
  }

  private List<Integer> statuses(int calls, String path, String... headers) {
    return IntStream.range(0, calls)
        .map(i -> envoy.call(path, headers).statusCode())
        .boxed()
        .toList();
  }

  private static String policy(String name, String route, String limit) {
    return """
        ---
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %s}
        spec:
          targetRefs: [{kind: Route, name: t/%s}]
          rateLimit: {%s}
        """
        .formatted(name, route, limit);
  }
}
