package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.entente.translator.testkit.GoldenCases;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Address filters and origins have the stated effect through a real Envoy behind one proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvoyTrafficEffectTest {

  private static final String DOCUMENTS =
      """
      apiVersion: entente.io/v1alpha1
      kind: Profile
      nodes: 1
      settings: {listener.port: "8080", listener.trustedHops: "1"}
      ---
      apiVersion: entente.io/v1alpha1
      kind: Api
      metadata: {name: t}
      spec:
        gateways: [edge]
        hosts: ["*"]
        upstream: {endpoints: [{host: 127.0.0.1, port: %d}], connectTimeout: 5s}
        routes:
          - {name: plain, path: {prefix: /plain}}
          - {name: filter, path: {prefix: /filter}}
          - {name: v6, path: {prefix: /v6}}
          - {name: watch, path: {prefix: /watch}}
          - {name: named, path: {prefix: /named}}
          - {name: any, path: {prefix: /any}}
          - {name: look, path: {prefix: /look}}
          - {name: order, path: {prefix: /order}}
          - {name: get, path: {prefix: /get}, methods: [GET]}
      """
          + policy("office", "filter", "ipFilter: {allow: [10.0.0.0/8], deny: [10.1.0.0/16]}")
          + policy("botnet", "filter", "ipFilter: {deny: [10.2.0.7]}")
          + policy("v6", "v6", "ipFilter: {allow: [\"::/0\"], deny: [\"2001:db8::/32\"]}")
          + policy("watched", "watch", "mode: observe\n  ipFilter: {deny: [10.0.0.0/8]}")
          + policy("acting", "watch", "ipFilter: {deny: [10.1.0.0/16]}")
          + policy("named", "named", cors("https://a.example", ", allowCredentials: true"))
          + policy("any", "any", cors("*", ""))
          + policy("look", "look", "mode: observe\n  " + cors("https://a.example", ""))
          + policy("order-cors", "order", cors("https://a.example", ""))
          + policy("order-filter", "order", "ipFilter: {deny: [10.0.0.0/8]}")
          + policy("order-limit", "order", "rateLimit: {requests: 1, window: 1h}")
          + policy(
              "order-edits",
              "order",
              "headerTransform: {response: [{set: {name: access-control-allow-origin, value: x}}]}")
          + policy("get", "get", cors("https://a.example", ""));

  private HttpServer upstream;
  private RunningEnvoy envoy;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    Path program = EnvoyProgram.require();
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext(
        "/",
        exchange -> {
          var headers = exchange.getResponseHeaders();
          headers.put("access-control-allow-origin", List.of("*"));
          headers.put("access-control-allow-credentials", List.of("true"));
          headers.put("access-control-expose-headers", List.of("x-up"));
          headers.put("vary", List.of("Accept"));
          byte[] body = "upstream".getBytes(StandardCharsets.UTF_8);
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
  void refusesByAddressAndDenyWinsAndAllFiltersHold() {
    assertThat(from("/filter", "10.3.0.1")).isEqualTo(200);
    assertThat(from("/filter", "10.1.2.3")).as("denied though allowed").isEqualTo(403);
    assertThat(from("/filter", "11.0.0.1")).as("not allowed").isEqualTo(403);
    assertThat(from("/filter", "10.2.0.7")).as("denied by the other filter").isEqualTo(403);
    assertThat(from("/filter", "10.2.0.8")).isEqualTo(200);
    assertThat(from("/plain", "10.1.2.3")).isEqualTo(200);
    assertThat(envoy.statistic("http.entente.rbac.policy.botnet.denied")).isEqualTo(1);
  }

  @Test
  void ipv4InAnIpv6SpellingIsIpv4() {
    assertThat(from("/filter", "::ffff:10.3.0.1")).isEqualTo(200);
    assertThat(from("/filter", "::ffff:10.1.2.3")).isEqualTo(403);
    assertThat(from("/filter", "::ffff:a01:203")).isEqualTo(403);
    assertThat(from("/v6", "::ffff:10.3.0.1")).isEqualTo(403);
    assertThat(from("/v6", "10.3.0.1")).isEqualTo(403);
    assertThat(from("/v6", "2001:db9::1")).isEqualTo(200);
    assertThat(from("/v6", "2001:db8::1")).isEqualTo(403);
  }

  @Test
  void anObservedFilterCountsAndRefusesNothing() {
    // When
    int observed = from("/watch", "10.3.0.1");
    int both = from("/watch", "10.1.0.1");

    // Then
    assertThat(observed).isEqualTo(200);
    assertThat(both).isEqualTo(403);
    assertThat(envoy.statistic("http.entente.rbac.policy.watched.shadow_denied")).isEqualTo(2);
  }

  @Test
  void answersPreflightsItselfWhoeverAsks() {
    // When
    var allowed = preflight("/named", "https://a.example");
    var foreign = preflight("/named", "https://evil.example");

    // Then
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.body()).isEmpty();
    assertThat(origins(allowed)).containsExactly("https://a.example");
    assertThat(all(allowed, "access-control-allow-credentials")).containsExactly("true");
    assertThat(all(allowed, "access-control-allow-methods")).containsExactly("GET,PUT");
    assertThat(all(allowed, "access-control-allow-headers")).containsExactly("x-a");
    assertThat(all(allowed, "access-control-max-age")).containsExactly("60");
    assertThat(all(allowed, "vary")).containsExactly("Origin");
    assertThat(foreign.statusCode()).isEqualTo(200);
    assertThat(foreign.body()).isEmpty();
    assertThat(origins(foreign)).isEmpty();
    assertThat(all(foreign, "access-control-allow-credentials")).isEmpty();
    assertThat(all(foreign, "access-control-max-age")).containsExactly("60");
    assertThat(all(foreign, "vary")).containsExactly("Origin");
  }

  @Test
  void otherOptionsRequestsReachTheUpstream() {
    assertThat(envoy.send("OPTIONS", "/named", "Origin", "https://a.example").body())
        .isEqualTo("upstream");
    assertThat(envoy.send("OPTIONS", "/named", "Access-Control-Request-Method", "PUT").body())
        .isEqualTo("upstream");
  }

  @Test
  void hasTheOnlyWordAboutOrigins() {
    // When
    var allowed = envoy.call("/named", "Origin", "https://a.example");
    var foreign = envoy.call("/named", "Origin", "https://evil.example");
    var without = envoy.call("/named");

    // Then
    assertThat(origins(allowed)).containsExactly("https://a.example");
    assertThat(all(allowed, "access-control-expose-headers")).containsExactly("x-e");
    assertThat(all(allowed, "vary")).containsExactly("Accept,Origin");
    for (var answer : List.of(foreign, without)) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("upstream");
      assertThat(origins(answer)).isEmpty();
      assertThat(all(answer, "access-control-allow-credentials")).isEmpty();
      assertThat(all(answer, "access-control-expose-headers")).isEmpty();
      assertThat(all(answer, "vary")).containsExactly("Accept,Origin");
    }
  }

  @Test
  void saysTheSameToEverybodyWhereEveryOriginIsAllowed() {
    for (HttpResponse<String> answer :
        List.of(
            envoy.call("/any", "Origin", "https://x.example"),
            envoy.call("/any"),
            preflight("/any", "null"))) {
      assertThat(origins(answer)).containsExactly("*");
      assertThat(all(answer, "access-control-allow-credentials")).isEmpty();
      assertThat(all(answer, "access-control-expose-headers")).containsExactly("x-e");
      assertThat(all(answer, "vary")).doesNotContain("Origin", "Accept,Origin");
    }
  }

  @Test
  void anObservedCorsPolicyCountsAndAnswersNothing() {
    // Given
    long valid = envoy.statistic("http.entente.cors.origin_valid");
    long invalid = envoy.statistic("http.entente.cors.origin_invalid");

    // When
    var allowed = preflight("/look", "https://a.example");
    var foreign = envoy.call("/look", "Origin", "https://evil.example");

    // Then
    assertThat(allowed.body()).isEqualTo("upstream");
    assertThat(origins(allowed)).as("the upstream's own word").containsExactly("*");
    assertThat(origins(foreign)).containsExactly("*");
    assertThat(envoy.statistic("http.entente.cors.origin_valid")).isEqualTo(valid + 1);
    assertThat(envoy.statistic("http.entente.cors.origin_invalid")).isEqualTo(invalid + 1);
  }

  @Test
  void originsBeforeAddressesBeforeLimitsAndTheLastWordOnRefusals() {
    // When
    var preflight = preflight("/order", "https://a.example", "X-Forwarded-For", "10.0.0.1");
    var refused =
        envoy.call("/order", "Origin", "https://a.example", "X-Forwarded-For", "10.0.0.1");
    var first = envoy.call("/order", "Origin", "https://a.example");
    var limited = envoy.call("/order", "Origin", "https://a.example");

    // Then
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(first.statusCode()).as("neither of the two counted").isEqualTo(200);
    assertThat(limited.statusCode()).isEqualTo(429);
    for (var answer : List.of(preflight, refused, first, limited)) {
      assertThat(origins(answer)).containsExactly("https://a.example");
    }
  }

  @Test
  void aRouteWithoutOptionsGetsNoPreflightAsStated() {
    assertThat(preflight("/get", "https://a.example").statusCode()).isEqualTo(404);
    assertThat(origins(envoy.call("/get", "Origin", "https://a.example")))
        .containsExactly("https://a.example");
  }

  private int from(String path, String client) {
    return envoy.call(path, "X-Forwarded-For", client).statusCode();
  }

  private HttpResponse<String> preflight(String path, String origin, String... more) {
    var headers = new ArrayList<String>();
    headers.addAll(List.of("Origin", origin, "Access-Control-Request-Method", "PUT"));
    headers.addAll(List.of(more));
    return envoy.send("OPTIONS", path, headers.toArray(String[]::new));
  }

  private static List<String> origins(HttpResponse<String> answer) {
    return all(answer, "access-control-allow-origin");
  }

  private static List<String> all(HttpResponse<String> answer, String header) {
    HttpHeaders headers = answer.headers();
    return headers.allValues(header);
  }

  private static String cors(String origin, String more) {
    return ("cors: {allowOrigins: [\"%s\"], allowMethods: [GET, PUT], allowHeaders: [x-a],"
            + " exposeHeaders: [x-e], maxAge: 60s%s}")
        .formatted(origin, more);
  }

  private static String policy(String name, String route, String kind) {
    return """
        ---
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %s}
        spec:
          targetRefs: [{kind: Route, name: t/%s}]
          %s
        """
        .formatted(name, route, kind);
  }
}
