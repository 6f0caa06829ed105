package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static io.entente.translator.testkit.TokenIssuer.claims;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.model.tree.Node;
import io.entente.policy.ClaimRule;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.RsaJwk;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.testkit.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JwtMeaningTest {

  private static final long NOW = START.getEpochSecond();
  private static final TokenIssuer RSA = TokenIssuer.rsa("r");
  private static final TokenIssuer P256 = TokenIssuer.ec("p256", EllipticCurve.P_256);
  private static final TokenIssuer P384 = TokenIssuer.ec("p384", EllipticCurve.P_384);
  private static final TokenIssuer P521 = TokenIssuer.ec("p521", EllipticCurve.P_521);
  private static final List<Jwk> KEYS = List.of(RSA.key(), P256.key(), P384.key(), P521.key());

  private static final Jwt RULE =
      new Jwt(
          "iss",
          List.of(),
          new Jwks.Inline(KEYS),
          List.of(SigningAlgorithm.values()),
          Duration.ofSeconds(10),
          true,
          Optional.of(Duration.ofHours(1)),
          List.of(),
          new TokenSource("authorization", Scheme.BEARER),
          true,
          Preflight.CHECK);

  private static Jwt rule(Jwks jwks, List<SigningAlgorithm> algorithms) {
    return new Jwt(
        "iss",
        List.of("orders", "bills"),
        jwks,
        algorithms,
        Duration.ZERO,
        false,
        Optional.empty(),
        List.of(new ClaimRule("scope", List.of("read", "write")), new ClaimRule("n", List.of("1"))),
        new TokenSource("x-token", Scheme.NONE),
        false,
        Preflight.PASS);
  }

  private static String decide(Jwt rule, Exchange exchange, Trust trust) {
    var decision =
        PolicyEngine.evaluateRequest(
            List.of(policy("jwt", rule)), exchange, trust, new State(1), START);
    return decision instanceof Reject reject
        ? reject.status() + " " + reject.rule().substring("jwt.".length())
        : "pass";
  }

  private static String decide(Jwt rule, String token) {
    String value = rule.from().scheme() == Scheme.BEARER ? "Bearer " + token : token;
    return decide(rule, from("", Map.of(rule.from().header(), List.of(value))), Trust.none());
  }

  private static String signed(Object... more) {
    var all = new TreeMap<>(claims("iss", "iss", "exp", NOW + 60));
    all.putAll(claims(more));
    return RSA.sign(SigningAlgorithm.RS256, all);
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void everyAlgorithmVerifiesWhatJavaSignedAndNothingElse(SigningAlgorithm algorithm) {
    // Given
    TokenIssuer issuer =
        switch (algorithm) {
          case ES256 -> P256;
          case ES384 -> P384;
          case ES512 -> P521;
          default -> RSA;
        };
    String token = issuer.sign(algorithm, claims("iss", "iss", "exp", NOW + 60));
    String other = issuer.sign(algorithm, claims("iss", "iss", "exp", NOW + 61));
    String signature = other.substring(other.lastIndexOf('.'));

    // Then
    assertThat(decide(RULE, token)).isEqualTo("pass");
    assertThat(decide(RULE, token.substring(0, token.lastIndexOf('.')) + signature))
        .isEqualTo("401 jwks");
  }

  @ParameterizedTest
  @CsvSource({
    "60, pass",
    "0, pass",
    "-9, pass",
    "-10, 401 exp",
    "3600, pass",
    "3601, 401 maxLifetime",
    "99999999999999999, 401 maxLifetime",
  })
  void aTokenIsValidBeforeItsEndGivenTheSkew(long seconds, String outcome) {
    assertThat(decide(RULE, signed("exp", NOW + seconds))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"-60, pass", "0, pass", "10, pass", "11, 401 nbf"})
  void aTokenIsValidFromItsBeginGivenTheSkew(long seconds, String outcome) {
    assertThat(decide(RULE, signed("nbf", NOW + seconds))).isEqualTo(outcome);
  }

  @Test
  void whatIsWrongWithTheTokenItselfIs401() {
    assertThat(decide(RULE, signed("iss", "other"))).isEqualTo("401 issuer");
    assertThat(decide(RULE, signed("exp", "soon"))).isEqualTo("401 malformed");
    assertThat(decide(RULE, RSA.sign(SigningAlgorithm.RS256, claims("iss", "iss"))))
        .isEqualTo("401 requireExpiration");
    assertThat(decide(RULE, "a.b.c")).isEqualTo("401 malformed");
    assertThat(decide(RULE, "x".repeat(40_000))).isEqualTo("401 malformed");
    assertThat(decide(RULE, from("", Map.of()), Trust.none())).isEqualTo("401 from");
  }

  @Test
  void aTokenComesAloneAfterItsScheme() {
    String token = signed();
    for (List<String> refused :
        List.of(
            List.of(token),
            List.of("Bearer"),
            List.of("Bearer  "),
            List.of("Basic " + token),
            List.of("Bearer " + token, "Bearer " + token))) {
      assertThat(decide(RULE, from("", Map.of("authorization", refused)), Trust.none()))
          .isEqualTo("401 from");
    }
    assertThat(
            decide(
                RULE,
                from("", Map.of("authorization", List.of("bEARER   " + token))),
                Trust.none()))
        .isEqualTo("pass");
  }

  @Test
  void noAlgorithmButThoseOfThePolicyCountsWhateverTheTokenSays() {
    // Given
    var only256 = rule(new Jwks.Inline(List.of(RSA.key())), List.of(SigningAlgorithm.RS256));
    var encoder = Base64.getUrlEncoder().withoutPadding();
    String none =
        encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encoder.encodeToString("{\"iss\":\"iss\"}".getBytes(StandardCharsets.UTF_8))
            + ".";

    // Then
    assertThat(decide(only256, RSA.sign(SigningAlgorithm.PS256, claims("iss", "iss"))))
        .isEqualTo("401 algorithms");
    assertThat(decide(only256, none)).startsWith("401 ");
    assertThat(decide(RULE, none)).startsWith("401 ");
    assertThat(
            decide(
                RULE,
                RSA.sign(
                    SigningAlgorithm.RS256,
                    Map.of("crit", Node.arr(List.of(Node.text("x"))), "x", Node.text("y")),
                    claims("iss", "iss", "exp", NOW + 60))))
        .isEqualTo("401 malformed");
  }

  @Test
  void aTokenThatNamesAKeyIsVerifiedByThatKeyOnly() {
    // Given
    var claims = claims("iss", "iss", "exp", NOW + 60);
    String unnamed = RSA.sign(SigningAlgorithm.RS256, Map.of(), claims);
    String misnamed = RSA.sign(SigningAlgorithm.RS256, Map.of("kid", Node.text("p256")), claims);
    RsaJwk open = (RsaJwk) RSA.key();
    var ps256 =
        new Jwks.Inline(
            List.of(new RsaJwk("r", Optional.of(SigningAlgorithm.PS256), open.n(), open.e())));

    // Then
    assertThat(decide(RULE, unnamed)).isEqualTo("pass");
    assertThat(decide(RULE, misnamed)).isEqualTo("401 jwks");
    assertThat(decide(rule(ps256, List.of(SigningAlgorithm.values())), unnamed))
        .isEqualTo("401 jwks");
  }

  @Test
  void keysOfAnAddressAreThoseThatAreGivenForIt() {
    // Given
    var url = new Jwks.Url("https://issuer.test/jwks");
    var rule = rule(url, List.of(SigningAlgorithm.RS256));
    String token =
        RSA.sign(
            SigningAlgorithm.RS256,
            claims("iss", "iss", "aud", "bills", "scope", "read", "n", List.of("2", "1")));
    var exchange = from("", Map.of("x-token", List.of(token)));

    // Then
    assertThat(decide(rule, exchange, Trust.none())).isEqualTo("401 jwks");
    assertThat(decide(rule, exchange, new Trust(Map.of(), Map.of(url.url(), KEYS))))
        .isEqualTo("pass");
    assertThat(decide(rule, exchange, new Trust(Map.of(), Map.of(url.url(), List.of(P256.key())))))
        .isEqualTo("401 jwks");
  }

  @Test
  void aTokenThatIsForOthersOrLacksAClaimIs403() {
    // Given
    var rule = rule(new Jwks.Inline(List.of(RSA.key())), List.of(SigningAlgorithm.RS256));
    var good = claims("iss", "iss", "aud", List.of("x", "orders"), "scope", "read", "n", "1");

    // Then
    assertThat(decide(rule, RSA.sign(SigningAlgorithm.RS256, good))).isEqualTo("pass");
    for (var change :
        List.of(
            Map.entry(claims("aud", "order"), "403 audiences"),
            Map.entry(claims("aud", List.of()), "403 audiences"),
            Map.entry(claims("scope", "read write"), "403 claims.scope"),
            Map.entry(claims("scope", 1), "403 claims.scope"),
            Map.entry(claims("n", 1), "403 claims.n"),
            Map.entry(claims("n", List.of(1)), "403 claims.n"))) {
      var bad = new TreeMap<>(good);
      bad.putAll(change.getKey());
      assertThat(decide(rule, RSA.sign(SigningAlgorithm.RS256, bad))).isEqualTo(change.getValue());
    }
    var without = new TreeMap<>(good);
    without.remove("aud");
    assertThat(decide(rule, RSA.sign(SigningAlgorithm.RS256, without))).isEqualTo("403 audiences");
  }

  @Test
  void theCallerIsWhomTheTokenIsAboutAndTheTokenStaysWhereThePolicySays() {
    // Given
    var hides = rule(new Jwks.Inline(List.of(RSA.key())), List.of(SigningAlgorithm.RS256));
    String token =
        RSA.sign(
            SigningAlgorithm.RS256,
            claims("iss", "iss", "sub", "alice", "aud", "orders", "scope", "read", "n", "1"));
    var exchange =
        from("", Map.of("x-token", List.of(token), "authorization", List.of("Bearer " + signed())));

    // When
    var hidden = pass(hides, exchange);
    var forwarded = pass(RULE, exchange);

    // Then
    assertThat(hidden.caller()).contains("alice");
    assertThat(hidden.headers().get("x-token")).isEmpty();
    assertThat(forwarded.caller()).isEmpty();
    assertThat(forwarded.headers().get("authorization")).hasSize(1);
  }

  @Test
  void aPreflightThatNeedsNoTokenNamesNobody() {
    // Given
    var rule = rule(new Jwks.Inline(List.of(RSA.key())), List.of(SigningAlgorithm.RS256));
    String forged = signed("sub", "admin").replaceAll("\\.[^.]*$", ".AAAA");
    var preflight =
        from(
            "",
            "OPTIONS",
            Map.of(
                "origin", List.of("https://a.test"),
                "access-control-request-method", List.of("PUT"),
                "x-token", List.of(forged)));

    // Then
    assertThat(pass(rule, preflight).caller()).isEmpty();
    assertThat(decide(RULE, preflight, Trust.none())).isEqualTo("401 from");
  }

  @Test
  void noTextInTheTokensPlaceIsLetThroughOrBreaksTheMeaning() {
    // Given
    var random = new Random(20261122);
    String good = signed();
    int passed = 0;
    for (int round = 0; round < 4_000; round++) {
      var text = new StringBuilder(good);
      for (int i = random.nextInt(3); i >= 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) (33 + random.nextInt(94)));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, ".eyJ=A{".charAt(random.nextInt(7)));
        }
      }
      // When
      String outcome = decide(RULE, text.toString());

      // Then
      boolean same = sameBytes(text.toString(), good);
      assertThat(outcome.equals("pass")).as("round %d: %s", round, text).isEqualTo(same);
      passed += same ? 1 : 0;
    }
    assertThat(passed).isLessThan(400);
  }

  /** Base64 of one text can be written in several ways. */
  private static boolean sameBytes(String one, String other) {
    var parts = new ArrayList<>(List.of(one.split("\\.", -1)));
    var others = List.of(other.split("\\.", -1));
    // what is signed is the text itself; only the signature may be written otherwise
    return parts.size() == 3
        && parts.subList(0, 2).equals(others.subList(0, 2))
        && Arrays.equals(decoded(parts.get(2)), decoded(others.get(2)));
  }

  private static byte[] decoded(String text) {
    return new com.nimbusds.jose.util.Base64URL(text).decode();
  }

  private static Pass pass(Jwt rule, Exchange exchange) {
    return (Pass)
        PolicyEngine.evaluateRequest(
            List.of(policy("jwt", rule)), exchange, Trust.none(), new State(1), START);
  }
}
