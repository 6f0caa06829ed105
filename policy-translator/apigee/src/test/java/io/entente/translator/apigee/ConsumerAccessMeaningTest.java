package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.model.tree.Node;
import io.entente.policy.ApiKey;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.RequestSize;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Apps, products and tokens on a simulated Apigee, against whom the policy means. */
class ConsumerAccessMeaningTest {

  private static final long SEED = 20261122;
  static final Map<String, String> CALLERS =
      Map.of("k1", "alice", "k2", "bob", "k3", "app 7", "k4", "carol");
  static final Map<String, String> PRODUCTS =
      Map.of("alice", "gold", "bob", "left", "app 7", "trial/1", "carol", "others");
  private static final List<String> SUBJECTS =
      List.of("alice", "bob", "app 7", "carol", "x@y.test", "Alice", "");

  @Test
  void refusesTheCallersTheEngineRefuses() {
    var random = new Random(SEED);
    var groups = new TreeMap<String, List<String>>();
    PRODUCTS.forEach((caller, product) -> groups.put(caller, List.of(product)));
    var trust = new Trust(CALLERS, Map.of(), Map.of(), Map.of(), groups);
    var statuses = new TreeMap<String, Integer>();
    try (var apigee = new RunningApigee(Clock.fixed(AccessLane.NOW, ZoneOffset.UTC), Map.of())) {
      apigee.hasProducts(PRODUCTS);
      for (int round = 0; round < 40; round++) {
        // Given
        List<Policy> policies = policies(random);
        World world = apigee.world();
        Translation translation =
            new ApigeeTranslator()
                .translate(Worlds.request(world, Worlds.bound(Worlds.ALL), policies));
        assertThat(translation.refusals()).isEmpty();
        apigee.hold(world, translation, CALLERS);
        var lane = new AccessLane(policies, trust);
        for (int i = 0; i < 8; i++) {
          String method = random.nextInt(4) == 0 ? "OPTIONS" : "GET";
          Headers headers = headers(random);

          // When
          int meant = lane.meant(method, headers, "").status();
          int status = send(apigee, method, headers);

          // Then
          assertThat(status)
              .as("seed %d round %d: %s %s, %s", SEED, round, method, headers, policies)
              .isEqualTo(meant == 0 ? 200 : meant);
          statuses.merge(policies.size() + " policies " + status, 1, Integer::sum);
        }
      }
    }
    assertThat(statuses).containsKeys("2 policies 200", "2 policies 403", "3 policies 401");
    assertThat(statuses.get("2 policies 200")).isGreaterThan(20);
    assertThat(statuses.get("2 policies 403")).isGreaterThan(40);
  }

  /** Callers judged behind a key, a token, both or neither. */
  private static List<Policy> policies(Random random) {
    var policies = new ArrayList<Policy>();
    boolean key = random.nextInt(3) > 0;
    boolean token = random.nextBoolean();
    ConsumerAccess any = RandomAccess.consumerAccess(random);
    if (token) {
      // groups of tokens are refused
      List<String> allow = any.allow().consumers();
      any =
          new ConsumerAccess(
              new Callers(allow, List.of()),
              new Callers(List.of(allow.contains("bob") ? "carol" : "bob"), List.of()),
              any.onUnknown());
    }
    policies.add(Policies.enforcing("who", any));
    if (key) {
      policies.add(
          Policies.enforcing(
              "key",
              new ApiKey(
                  ApiKey.In.HEADER,
                  "x-api-key",
                  true,
                  preflight(random),
                  ApiKey.Credentials.VENDOR)));
    }
    if (token) {
      policies.add(
          Policies.enforcing(
              "token",
              new Jwt(
                  "https://issuer.test/",
                  List.of(),
                  new Jwks.Inline(JwtMeaningTest.KEYS),
                  List.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256),
                  Duration.ZERO,
                  false,
                  Optional.empty(),
                  List.of(),
                  new TokenSource("authorization", Scheme.BEARER),
                  true,
                  preflight(random))));
    }
    if (!key && !token) {
      policies.add(Policies.enforcing("size", new RequestSize(10)));
    }
    return policies;
  }

  private static Preflight preflight(Random random) {
    return random.nextInt(3) == 0 ? Preflight.PASS : Preflight.CHECK;
  }

  private static Headers headers(Random random) {
    var headers = new TreeMap<String, List<String>>();
    if (random.nextInt(8) > 0) {
      headers.put("x-api-key", List.of(List.of("k1", "k2", "k3", "k4").get(random.nextInt(4))));
    }
    if (random.nextInt(8) > 0) {
      var claims = new TreeMap<String, Node>(Map.of("iss", Node.text("https://issuer.test/")));
      if (random.nextInt(6) > 0) {
        claims.put("sub", Node.text(SUBJECTS.get(random.nextInt(SUBJECTS.size()))));
      }
      headers.put(
          "authorization",
          List.of("Bearer " + JwtMeaningTest.signed(claims).get(random.nextInt(2) * 2)));
    }
    if (random.nextBoolean()) {
      headers.put("origin", List.of("https://a.test"));
      headers.put("access-control-request-method", List.of("GET"));
    }
    return Headers.of(headers);
  }

  private static int send(RunningApigee apigee, String method, Headers headers) {
    var request = apigee.request("");
    headers.values().forEach((name, values) -> values.forEach(v -> request.header(name, v)));
    return apigee.call(request.method(method, BodyPublishers.noBody()).build()).statusCode();
  }
}
