package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.policy.ClaimRule;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose token is valid, and for here, is what the engine says, or differs as stated. */
class JwtMeaningTest {

  private static final long SEED = 20261122;
  static final String URL = "https://issuer.test/jwks";
  private static final TokenIssuer RSA = TokenIssuer.rsa("r");
  private static final TokenIssuer EC = TokenIssuer.ec("e", EllipticCurve.P_256);
  private static final TokenIssuer STRANGER = TokenIssuer.rsa("r");
  static final List<Jwk> KEYS = List.of(RSA.key(), EC.key());

  @Test
  void takesTheTokensTheEngineTakes() {
    var random = new Random(SEED);
    TokenInterpreter.PUBLISHED.put(
        URL,
        JsonTree.write(Node.obj(Map.of("keys", Node.arr(KEYS.stream().map(Jwk::tree).toList())))));
    var statuses = new TreeMap<Integer, Integer>();
    int stricter = 0;
    for (int round = 0; round < 1_000; round++) {
      // Given
      Jwt rule = rule(random);
      var lane =
          new AccessLane(
              List.of(Policies.enforcing("p", rule)), new Trust(Map.of(), Map.of(URL, KEYS)));
      Map<String, Node> claims = claims(rule, random);
      boolean named = random.nextInt(8) > 0;
      String token = token(named, claims, random);
      String method = random.nextInt(6) == 0 ? "OPTIONS" : "GET";
      Headers headers = headers(rule, token, random);

      // When
      AccessLane.Result done = lane.done(method, headers, "");
      AccessLane.Result meant = lane.meant(method, headers, "");

      // Then
      String what = "seed %d round %d: %s %s, %s".formatted(SEED, round, rule, claims, headers);
      if (!done.equals(meant)) {
        assertThat(done).as(what).isEqualTo(stated(rule, named, claims));
        stricter++;
      }
      statuses.merge(done.status(), 1, Integer::sum);
    }
    assertThat(statuses.keySet()).containsExactly(0, 401, 403);
    assertThat(statuses.values()).allMatch(count -> count > 50);
    assertThat(stricter).isBetween(1, 250);
  }

  /** What a token gets that Apigee takes for another than the engine, as the report says. */
  static AccessLane.Result stated(Jwt rule, boolean named, Map<String, Node> claims) {
    boolean counted =
        rule.maxLifetime().isPresent()
            && (!claims.containsKey("iat")
                || number(claims, "iat") < AccessLane.NOW.getEpochSecond());
    if (!named || counted) {
      return AccessLane.refused(401);
    }
    boolean list = claims.getOrDefault("role", Node.nothing()) instanceof Node.Arr;
    assertThat(list && !rule.claims().isEmpty()).isTrue();
    return AccessLane.refused(403);
  }

  private static long number(Map<String, Node> claims, String name) {
    return Long.parseLong(JsonTree.write(claims.getOrDefault(name, Node.number(0))));
  }

  static Jwt rule(Random random) {
    boolean expires = random.nextInt(3) > 0;
    return new Jwt(
        "https://issuer.test/",
        List.of("orders", "https://api.test").subList(0, random.nextInt(3)),
        random.nextBoolean() ? new Jwks.Url(URL) : new Jwks.Inline(KEYS),
        List.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256, SigningAlgorithm.PS384),
        Duration.ofSeconds(random.nextInt(2) * 30L),
        expires,
        expires && random.nextInt(3) == 0 ? Optional.of(Duration.ofHours(1)) : Optional.empty(),
        List.of(new ClaimRule("role", List.of("admin", "partner 1"))).subList(0, random.nextInt(2)),
        random.nextBoolean()
            ? new TokenSource("authorization", Scheme.BEARER)
            : new TokenSource("x-token", Scheme.NONE),
        random.nextBoolean(),
        Preflight.values()[random.nextInt(2)]);
  }

  static Map<String, Node> claims(Jwt rule, Random random) {
    long now = AccessLane.NOW.getEpochSecond();
    var claims = new TreeMap<String, Node>();
    claims.put("iss", Node.text(random.nextInt(10) == 0 ? "https://other.test/" : rule.issuer()));
    if (random.nextInt(6) > 0) {
      long[] ends = {-31, -30, -1, 0, 600, 600, 600, 600, 3_600, 7_200};
      claims.put("exp", Node.number(now + ends[random.nextInt(ends.length)]));
    }
    if (random.nextInt(6) > 0) {
      claims.put("iat", Node.number(now - random.nextInt(2) * 3_600L));
    }
    if (random.nextInt(4) == 0) {
      claims.put("nbf", Node.number(now + List.of(-10, 0, 30, 31).get(random.nextInt(4))));
    }
    switch (random.nextInt(6)) {
      case 0 -> claims.put("aud", Node.text("others"));
      case 1 -> claims.put("aud", Node.arr(List.of(Node.text("x"), Node.text("orders"))));
      case 2 -> claims.remove("aud");
      default -> claims.put("aud", Node.text("orders"));
    }
    switch (random.nextInt(6)) {
      case 0 -> claims.put("role", Node.text("guest"));
      case 1 -> claims.put("role", Node.arr(List.of(Node.text("admin"))));
      case 2 -> claims.remove("role");
      default -> claims.put("role", Node.text("partner 1"));
    }
    return claims;
  }

  static String token(boolean named, Map<String, Node> claims, Random random) {
    TokenIssuer issuer = List.of(RSA, RSA, RSA, RSA, EC, EC, EC, STRANGER).get(random.nextInt(8));
    SigningAlgorithm algorithm =
        issuer == EC
            ? SigningAlgorithm.ES256
            : List.of(
                    SigningAlgorithm.RS256,
                    SigningAlgorithm.RS256,
                    SigningAlgorithm.PS384,
                    SigningAlgorithm.RS512)
                .get(random.nextInt(4));
    if (random.nextInt(20) == 0) {
      return List.of("", "a.b", "a.b.c", "..").get(random.nextInt(4));
    }
    return named ? issuer.sign(algorithm, claims) : issuer.sign(algorithm, Map.of(), claims);
  }

  /** Signed by those whose keys are known, with every algorithm that a rule has. */
  static List<String> signed(Map<String, Node> claims) {
    return List.of(
        RSA.sign(SigningAlgorithm.RS256, claims),
        RSA.sign(SigningAlgorithm.PS384, claims),
        EC.sign(SigningAlgorithm.ES256, claims));
  }

  static Headers headers(Jwt rule, String token, Random random) {
    var headers = new TreeMap<String, List<String>>();
    String value =
        rule.from().scheme() == Scheme.NONE
            ? token
            : List.of("Bearer ", "bearer ", "Bearer ", "Bearer ", "Basic ", "")
                    .get(random.nextInt(6))
                + token;
    if (random.nextInt(12) > 0) {
      headers.put(
          rule.from().header(), random.nextInt(12) == 0 ? List.of(value, value) : List.of(value));
    }
    if (random.nextBoolean()) {
      headers.put("origin", List.of("https://a.test"));
      headers.put("access-control-request-method", List.of("GET"));
    }
    return Headers.of(headers);
  }
}
