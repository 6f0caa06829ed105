package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static io.entente.translator.testkit.TokenIssuer.claims;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.engine.Trust;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.TokenIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Callers of tokens signed here, judged by a real Envoy as the policy means it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumerAccessEffectTest {

  private static final long SEED = 20261122;
  private static final int ROUTES = 24;
  private static final int ROUNDS = 720;

  private static final TokenIssuer ISSUER = TokenIssuer.ec("e", EllipticCurve.P_256);
  private static final List<String> NAMES =
      List.of("alice", "bob", "app 7", "carol", "x@y.test", "stranger", "Alice", "");
  private static final List<Object> GROUPS =
      List.of(
          "gold",
          "staff",
          "left",
          "trial/1",
          "gold staff",
          List.of("gold", "left"),
          List.of("new", "staff"),
          List.of("trial/1"),
          List.of(1, "gold"),
          List.of(),
          7);

  private EffectBench bench;
  private final List<String> routes = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    var random = new Random(SEED);
    var policies = new StringBuilder();
    for (int i = 0; i < ROUTES; i++) {
      String route = "r" + i;
      routes.add(route);
      for (int j = random.nextInt(3) == 0 ? 2 : 1; j > 0; j--) {
        policies.append(
            policy("who" + i + "-" + j, route, text(RandomAccess.consumerAccess(random))));
      }
      if (i % 4 > 0) {
        policies.append(
            policy(
                "tokens" + i,
                route,
                "jwt: {issuer: iss, jwks: {keys: %s}, algorithms: [ES256], clockSkew: 60s, preflight: %s}"
                    .formatted(
                        JsonTree.write(Node.arr(List.of(ISSUER.key().tree()))),
                        i % 2 == 0 ? "pass" : "check")));
      }
      if (i % 3 == 0) {
        policies.append(policy("size" + i, route, "requestSize: {maxBytes: 5}"));
      }
    }
    policies.append(
        policy("watched", "r1", "consumerAccess: {deny: {groups: [gold]}}")
            .replace("spec:\n", "spec:\n  mode: observe\n"));
    bench = new EffectBench(scratch, routes, policies.toString());
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void everyCallerIsJudgedAsMeant() {
    var random = new Random(SEED);
    var outcomes = new TreeMap<String, Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      String route = routes.get(round % routes.size());
      boolean preflight = random.nextInt(8) == 0;
      String method = preflight ? "OPTIONS" : "POST";
      int bytes = preflight ? 0 : random.nextInt(8);
      var headers = new ArrayList<>(List.of("x-forwarded-for", "192.0.2.1"));
      if (preflight) {
        headers.addAll(List.of("origin", "https://a.test", "access-control-request-method", "PUT"));
      }
      if (random.nextInt(12) > 0) {
        headers.addAll(List.of("authorization", "Bearer " + token(random)));
      }
      Exchange exchange = bench.exchange(route, method, bytes, "192.0.2.1", headers);
      Decision meant =
          PolicyEngine.evaluateRequest(
              bench.policies(route), exchange, Trust.none(), new State(10), Instant.now());

      // When
      var answer =
          bench
              .envoy()
              .exchange(method, "/" + route, BodyPublishers.ofByteArray(new byte[bytes]), headers);

      // Then
      String rule = meant instanceof Decision.Reject reject ? reject.rule() : "pass";
      assertThat(answer.statusCode())
          .as("seed %d round %d: %s %s", SEED, round, bench.policies(route), headers)
          .isEqualTo(meant instanceof Decision.Reject reject ? reject.status() : 200);
      outcomes.merge(rule, 1, Integer::sum);
    }
    assertThat(outcomes)
        .containsKeys(
            "consumerAccess.allow",
            "consumerAccess.deny",
            "consumerAccess.onUnknown",
            "jwt.from",
            "requestSize.maxBytes",
            "pass");
    assertThat(outcomes.get("pass")).isGreaterThan(100);
    assertThat(outcomes.get("consumerAccess.allow")).isGreaterThan(40);
    assertThat(outcomes.get("consumerAccess.deny")).isGreaterThan(40);
    assertThat(outcomes.get("consumerAccess.onUnknown")).isGreaterThan(40);
  }

  /** Says who the callers of the tokens here are. */
  static Jwt tokens() {
    return new Jwt(
        "iss",
        List.of(),
        new Jwks.Inline(List.of(ISSUER.key())),
        List.of(SigningAlgorithm.ES256),
        Duration.ofSeconds(60),
        false,
        Optional.empty(),
        List.of(),
        new TokenSource("authorization", TokenSource.Scheme.BEARER),
        true,
        Preflight.CHECK);
  }

  /** The same each time. */
  static List<String> manyTokens() {
    var random = new Random(SEED);
    var tokens = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      tokens.add(token(random));
    }
    return tokens;
  }

  private static String token(Random random) {
    var claims = new TreeMap<>(claims("iss", "iss", "exp", Instant.now().getEpochSecond() + 600));
    if (random.nextInt(8) > 0) {
      claims.putAll(claims("sub", NAMES.get(random.nextInt(NAMES.size()))));
    }
    if (random.nextInt(4) > 0) {
      claims.putAll(claims("groups", GROUPS.get(random.nextInt(GROUPS.size()))));
    }
    return ISSUER.sign(SigningAlgorithm.ES256, Map.copyOf(claims));
  }

  private static String text(ConsumerAccess rule) {
    return "consumerAccess: {allow: %s, deny: %s, onUnknown: %s}"
        .formatted(
            text(rule.allow()),
            text(rule.deny()),
            rule.onUnknown().name().toLowerCase(Locale.ROOT));
  }

  private static String text(Callers callers) {
    return "{consumers: %s, groups: %s}".formatted(callers.consumers(), callers.groups());
  }
}
