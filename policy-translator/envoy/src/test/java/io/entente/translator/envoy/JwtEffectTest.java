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
import io.entente.policy.EllipticCurve;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.translator.testkit.TokenIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tokens signed here, judged by a real Envoy as the policy means it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JwtEffectTest {

  private static final long SEED = 41;
  private static final int ROUNDS = 1_000;

  private static final TokenIssuer RSA = TokenIssuer.rsa("r");
  private static final TokenIssuer EC = TokenIssuer.ec("e", EllipticCurve.P_256);
  private static final TokenIssuer P521 = TokenIssuer.ec("p", EllipticCurve.P_521);
  private static final TokenIssuer STRANGER = TokenIssuer.rsa("r");
  private static final String KEYS = keys(RSA, EC, P521);

  private EffectBench bench;
  private final List<String> routes = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    var random = new Random(SEED);
    var policies = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      String route = "r" + i;
      routes.add(route);
      boolean expires = random.nextInt(4) > 0;
      policies.append(
          policy(
              "tokens" + i,
              route,
              "jwt: {issuer: iss, audiences: %s, jwks: {keys: %s}, algorithms: %s, clockSkew: %s, requireExpiration: %s%s, claims: %s, from: %s, forward: %s, preflight: %s}"
                  .formatted(
                      List.of("[]", "[orders]", "[orders, bills]").get(random.nextInt(3)),
                      KEYS,
                      List.of("[RS256, ES256, ES512]", "[PS256, RS512, ES256, ES512]")
                          .get(random.nextInt(2)),
                      List.of("0s", "60s").get(random.nextInt(2)),
                      expires,
                      expires && random.nextBoolean() ? ", maxLifetime: 1h" : "",
                      List.of(
                              "[]",
                              "[{name: scope, values: [read, write]}]",
                              "[{name: \"https://a.test/x.y\", values: [gold]}, {name: scope, values: [read]}]")
                          .get(random.nextInt(3)),
                      i % 3 == 0
                          ? "{header: x-token, scheme: none}"
                          : "{header: authorization, scheme: bearer}",
                      random.nextBoolean(),
                      random.nextBoolean() ? "pass" : "check")));
      if (i % 2 == 0) {
        policies.append(policy("filter" + i, route, "ipFilter: {deny: [10.0.0.0/8]}"));
        policies.append(policy("size" + i, route, "requestSize: {maxBytes: 5}"));
      }
    }
    policies.append(
        policy(
            "taken",
            "counted",
            "jwt: {issuer: iss, jwks: {keys: %s}, algorithms: [RS256, ES256, ES512], from: {header: x-token, scheme: none}, forward: false}"
                .formatted(KEYS)));
    policies.append(
        policy(
            "limit",
            "counted",
            "rateLimit: {requests: 100, window: 1h, key: \"header:x-token\", onMissingKey: deny}"));
    var all = new ArrayList<>(routes);
    all.add("counted");
    bench = new EffectBench(scratch, all, policies.toString());
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void everyTokenIsJudgedAsMeant() {
    var random = new Random(SEED);
    var outcomes = new TreeMap<Integer, Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      int route = round % routes.size();
      boolean preflight = random.nextInt(8) == 0;
      String method = preflight ? "OPTIONS" : "POST";
      int bytes = preflight ? 0 : random.nextInt(8);
      String address = random.nextInt(6) == 0 ? "10.0.0.1" : "192.0.2.1";
      var headers = new ArrayList<>(List.of("x-forwarded-for", address));
      if (preflight) {
        headers.addAll(List.of("origin", "https://a.test", "access-control-request-method", "PUT"));
      }
      boolean token = preflight ? random.nextInt(4) == 0 : random.nextInt(12) > 0;
      if (token) {
        String text = token(random);
        headers.addAll(
            route % 3 == 0
                ? List.of("x-token", text)
                : List.of(
                    "authorization", (random.nextInt(20) == 0 ? "Basic " : "Bearer ") + text));
      }
      List<EffectivePolicy> policies = bench.policies(routes.get(route));
      Exchange exchange = bench.exchange(routes.get(route), method, bytes, address, headers);
      Decision meant =
          PolicyEngine.evaluateRequest(
              policies, exchange, Trust.none(), new State(10), Instant.now());

      // When
      HttpResponse<String> answer = send(method, "/" + routes.get(route), bytes, headers);

      // Then
      String what = "seed %d round %d: %s %s".formatted(SEED, round, policies, headers);
      int status = meant instanceof Decision.Reject reject ? reject.status() : 200;
      assertThat(answer.statusCode()).as("%s: %s %s", meant, answer.body(), what).isEqualTo(status);
      if (meant instanceof Decision.Pass pass && !preflight) {
        String header = route % 3 == 0 ? "x-token" : "authorization";
        assertThat(EffectBench.seen(answer.body(), header))
            .as(what)
            .isEqualTo(pass.headers().get(header));
      }
      outcomes.merge(status, 1, Integer::sum);
    }
    assertThat(outcomes.keySet()).containsExactly(200, 401, 403, 413);
    assertThat(outcomes).allSatisfy((status, times) -> assertThat(times).isGreaterThan(10));
  }

  private HttpResponse<String> send(String method, String path, int bytes, List<String> headers) {
    return bench
        .envoy()
        .exchange(method, path, BodyPublishers.ofByteArray(new byte[bytes]), headers);
  }

  private static String token(Random random) {
    long now = Instant.now().getEpochSecond();
    var claims = new TreeMap<String, Node>();
    put(
        claims,
        "iss",
        random,
        List.of("iss", "iss", "iss", "iss", "iss", "iss", "iss", "iss", "iss", "other"),
        20);
    put(claims, "sub", random, List.of("alice"), 2);
    put(
        claims,
        "exp",
        random,
        List.of(
            now + 600,
            now + 600,
            now + 600,
            now + 600,
            now + 600,
            now + 600,
            now + 600,
            now + 600,
            now - 30,
            now - 600,
            now + 86_400,
            "soon"),
        9);
    put(
        claims,
        "nbf",
        random,
        List.of(now - 600, now - 600, now - 600, now - 600, now - 600, now + 30, now + 600),
        2);
    put(
        claims,
        "aud",
        random,
        List.of(
            "orders",
            "orders",
            "orders",
            "orders",
            "bills",
            List.of("x", "orders"),
            "order",
            List.of("x"),
            List.of()),
        12);
    put(
        claims,
        "scope",
        random,
        List.of(
            "read",
            "read",
            "read",
            List.of("x", "read"),
            List.of("read"),
            "write",
            "read write",
            1,
            List.of(1)),
        12);
    put(claims, "https://a.test/x.y", random, List.of("gold", "gold", "gold", "silver"), 10);
    TokenIssuer issuer =
        List.of(EC, EC, EC, P521, P521, EC, RSA, RSA, RSA, STRANGER).get(random.nextInt(10));
    SigningAlgorithm algorithm =
        issuer == EC
            ? SigningAlgorithm.ES256
            : issuer == P521
                ? SigningAlgorithm.ES512
                : List.of(
                        SigningAlgorithm.RS256,
                        SigningAlgorithm.PS256,
                        SigningAlgorithm.RS512,
                        SigningAlgorithm.RS384)
                    .get(random.nextInt(4));
    String signed =
        switch (random.nextInt(20)) {
          case 0 -> issuer.sign(algorithm, Map.of(), claims);
          case 1 -> issuer.sign(algorithm, Map.of("kid", Node.text("nobody")), claims);
          default -> issuer.sign(algorithm, claims);
        };
    return switch (random.nextInt(40)) {
      case 0 -> signed.substring(0, signed.lastIndexOf('.') + 1);
      case 1 -> signed.replaceFirst("\\.[^.]*", ".e30");
      case 2 -> "no.token";
      default -> signed;
    };
  }

  private static void put(
      Map<String, Node> claims, String name, Random random, List<?> values, int absentOneIn) {
    if (random.nextInt(absentOneIn) > 0) {
      claims.putAll(claims(name, values.get(random.nextInt(values.size()))));
    }
  }

  @Test
  void whatIsStatedOtherwiseIsOtherwise() {
    // Given
    long now = Instant.now().getEpochSecond();
    String good =
        EC.sign(
            SigningAlgorithm.ES256,
            claims(
                "iss",
                "iss",
                "exp",
                now + 600,
                "aud",
                "orders",
                "scope",
                "read",
                "https://a.test/x.y",
                "gold"));
    String critical =
        EC.sign(
            SigningAlgorithm.ES256,
            Map.of(
                "kid",
                Node.text("e"),
                "crit",
                Node.arr(List.of(Node.text("x"))),
                "x",
                Node.text("")),
            claims(
                "iss",
                "iss",
                "exp",
                now + 600,
                "aud",
                "orders",
                "scope",
                "read",
                "https://a.test/x.y",
                "gold"));

    // Then
    assertThat(bearer("Bearer " + good)).isEqualTo(200);
    assertThat(bearer("bearer " + good)).as("scheme-case").isEqualTo(401);
    assertThat(bearer("Other Bearer " + good)).as("scheme-anywhere").isEqualTo(200);
    assertThat(
            send(
                    "GET",
                    "/r1",
                    0,
                    List.of("authorization", "Bearer " + good, "authorization", "Bearer x"))
                .statusCode())
        .as("several values, which the policy refuses too")
        .isEqualTo(401);
    var odd = new TreeMap<>(claims("iss", "iss", "scope", "read", "https://a.test/x.y", "gold"));
    odd.putAll(claims("aud", "orders", "exp", now + 600));
    assertThat(signed(odd)).isEqualTo(200);
    assertThat(send("GET", "/counted", 0, List.of("x-token", good)).statusCode())
        .as("key-taken-off")
        .isEqualTo(429);
    for (var one : claims("aud", 7, "sub", 7, "jti", 7, "iat", "x", "nbf", -5).entrySet()) {
      var changed = new TreeMap<>(odd);
      changed.put(one.getKey(), one.getValue());
      assertThat(signed(changed)).as("claim-types: %s", one).isEqualTo(401);
    }
    assertThat(
            bearer("Bearer " + EC.sign(SigningAlgorithm.ES256, Map.of("kid", Node.text("")), odd)))
        .as("empty-kid")
        .isEqualTo(200);
    assertThat(bearer("Bearer " + critical)).as("critical-extension").isEqualTo(403);
  }

  private int signed(Map<String, Node> claims) {
    return bearer("Bearer " + EC.sign(SigningAlgorithm.ES256, claims));
  }

  private int bearer(String value) {
    return send("GET", "/r1", 0, List.of("authorization", value)).statusCode();
  }

  private static String keys(TokenIssuer... issuers) {
    var keys = new ArrayList<Node>();
    for (TokenIssuer issuer : issuers) {
      keys.add(issuer.key().tree());
    }
    return JsonTree.write(Node.arr(keys));
  }
}
