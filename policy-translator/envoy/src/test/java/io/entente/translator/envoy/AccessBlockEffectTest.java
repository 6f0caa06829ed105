package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.policy.resolution.EffectivePolicy;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A blocked route answers what the policy means through a real Envoy, on every exchange. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessBlockEffectTest {

  private static final long SEED = 37;
  private static final List<String> BODIES =
      List.of(
          "down\n",
          "{\"retry\": \"später\"}",
          "100% of %REQ(x-id)% %%\t\\n\r\n".replace("\r", ""),
          "\uD83D\uDE00".repeat(1_024),
          "-",
          " ",
          "");

  private EffectBench bench;
  private final List<String> routes = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    var random = new Random(SEED);
    var policies = new StringBuilder();
    for (int i = 0; i < 28; i++) {
      String route = "r" + i;
      routes.add(route);
      policies.append(
          policy(
              "block" + i,
              route,
              "accessBlock: {status: %d, contentType: %s, body: %s}"
                  .formatted(
                      400 + random.nextInt(200),
                      List.of("text/plain", "application/problem+json").get(random.nextInt(2)),
                      JsonTree.write(Node.text(BODIES.get(i % BODIES.size()))))));
      if (i >= 14) {
        policies.append(policy("filter" + i, route, "ipFilter: {deny: [10.0.0.0/8]}"));
        policies.append(policy("size" + i, route, "requestSize: {maxBytes: 5}"));
        policies.append(
            policy("calm" + i, route, "spikeArrest: {rate: 1, per: minute, burst: 1, key: route}"));
        policies.append(
            policy("limit" + i, route, "rateLimit: {requests: 1, window: 1h, key: route}"));
        policies.append(
            policy("id" + i, route, "correlationId: {header: x-id, onInbound: keep, echo: true}"));
        policies.append(
            policy(
                "edits" + i,
                route,
                "headerTransform: {response: [{set: {name: x-edit, value: yes}}]}"));
      }
      if (i % 2 == 0) {
        policies.append(
            policy(
                "cors" + i,
                route,
                "cors: {allowOrigins: [\"https://a.example\"], allowMethods: [GET, POST], maxAge: 60s}"));
      }
    }
    policies.append(
        policy(
            "watched",
            "watched",
            "mode: observe\n  accessBlock: {status: 503, contentType: text/plain, body: down}"));
    var all = new ArrayList<>(routes);
    all.add("watched");
    bench = new EffectBench(scratch, all, policies.toString());
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void everyExchangeIsAnsweredAsMeant() {
    var random = new Random(SEED);
    int preflights = 0;
    for (int round = 0; round < 420; round++) {
      // Given
      String route = routes.get(round % routes.size());
      boolean preflight = random.nextInt(4) == 0;
      String method = preflight ? "OPTIONS" : random.nextBoolean() ? "GET" : "POST";
      int bytes = method.equals("POST") ? random.nextInt(20) : 0;
      var headers = headers(preflight, random);
      String address = random.nextBoolean() ? "10.0.0.1" : "192.0.2.1";
      headers.addAll(List.of("x-forwarded-for", address));
      List<EffectivePolicy> policies = bench.policies(route);
      Exchange exchange =
          PolicyEngine.identify(
              policies,
              bench.exchange(route, method, bytes, address, headers),
              () -> new UUID(0, 0));
      var meant =
          (Decision.Reject)
              PolicyEngine.evaluateRequest(policies, exchange, new State(10), Instant.EPOCH);
      var told =
          (Decision.Pass)
              PolicyEngine.evaluateResponse(
                  policies,
                  exchange.answered(new Exchange.Response(meant.status(), meant.headers())));

      // When
      HttpResponse<String> answer =
          bench
              .envoy()
              .exchange(method, "/" + route, BodyPublishers.ofByteArray(new byte[bytes]), headers);

      // Then
      String what = "seed %d round %d: %s %s %s".formatted(SEED, round, method, route, headers);
      assertThat(answer.statusCode()).as(what).isEqualTo(meant.status());
      assertThat(answer.body()).as(what).isEqualTo(meant.body());
      for (String name :
          List.of("access-control-allow-origin", "access-control-max-age", "x-edit", "x-id")) {
        assertThat(answer.headers().allValues(name)).as(what).isEqualTo(told.headers().get(name));
      }
      if (!meant.body().isEmpty()) {
        assertThat(answer.headers().allValues("content-type"))
            .as(what)
            .isEqualTo(told.headers().get("content-type"));
      } else {
        assertThat(answer.headers().allValues("content-type")).as("stated: %s", what).isEmpty();
      }
      preflights += meant.rule().startsWith("cors") ? 1 : 0;
    }
    assertThat(preflights).isGreaterThan(30);
  }

  @Test
  void callersOfGrpcAreToldInTheirWayAsStated() {
    // When
    var answer =
        bench
            .envoy()
            .exchange(
                "POST",
                "/r0",
                BodyPublishers.ofByteArray(new byte[5]),
                List.of("content-type", "application/grpc"));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("grpc-status")).isPresent();
  }

  @Test
  void anObservedBlockCountsAndAnswersNothing() {
    // When
    int status = bench.envoy().call("/watched").statusCode();

    // Then
    assertThat(status).isEqualTo(200);
    assertThat(bench.envoy().statistic("http.entente.rbac.policy.watched.shadow_denied"))
        .isEqualTo(1);
  }

  private static List<String> headers(boolean preflight, Random random) {
    var headers = new ArrayList<>(List.of("x-id", "id-" + random.nextInt(100)));
    if (preflight || random.nextBoolean()) {
      headers.addAll(
          List.of("origin", random.nextBoolean() ? "https://a.example" : "https://evil.example"));
    }
    if (preflight) {
      headers.addAll(List.of("access-control-request-method", "GET"));
    }
    return headers;
  }
}
