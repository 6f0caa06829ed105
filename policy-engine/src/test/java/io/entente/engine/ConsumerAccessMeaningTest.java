package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static io.entente.translator.testkit.TokenIssuer.claims;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.ApiKey.In;
import io.entente.policy.BasicAuth;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.GatewaySecret;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.Preflight;
import io.entente.policy.RequestSize;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.translator.testkit.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerAccessMeaningTest {

  private static final String ENDPOINT = "https://issuer.test/introspect";
  private static final TokenIssuer ISSUER = TokenIssuer.rsa("r");
  private static final Trust TRUST =
      new Trust(
          Map.of("ka", "alice", "kb", "bob", "kc", "carol"),
          Map.of(),
          Map.of("bob:pw", "bob"),
          Map.of(
              ENDPOINT,
              Map.of(
                  "t",
                  new Introspection(
                      true, Optional.of("alice"), List.of(), List.of(), Optional.empty()))),
          Map.of("alice", List.of("gold", "staff"), "bob", List.of("silver")));

  private static final EffectivePolicy KEY = key(Preflight.CHECK);
  private static final EffectivePolicy PASSWORD =
      policy("basic", new BasicAuth("api", true, Preflight.CHECK, Credentials.VENDOR));
  private static final EffectivePolicy TOKEN =
      policy(
          "jwt",
          new Jwt(
              "iss",
              List.of(),
              new Jwks.Inline(List.of(ISSUER.key())),
              List.of(SigningAlgorithm.RS256),
              Duration.ZERO,
              false,
              Optional.empty(),
              List.of(),
              new TokenSource("authorization", Scheme.BEARER),
              true,
              Preflight.CHECK));
  private static final EffectivePolicy ASKED =
      policy(
          "asked",
          new OAuth2Introspection(
              ENDPOINT,
              "edge",
              new GatewaySecret("edge"),
              List.of(),
              List.of(),
              Duration.ZERO,
              true,
              Preflight.CHECK));

  private static EffectivePolicy key(Preflight preflight) {
    return policy("key", new ApiKey(In.HEADER, "x-api-key", true, preflight, Credentials.VENDOR));
  }

  private static EffectivePolicy access(String allow, String deny, OnUnknown onUnknown) {
    return policy("access", new ConsumerAccess(callers(allow), callers(deny), onUnknown));
  }

  /** Groups are written with an @ in front. */
  private static Callers callers(String text) {
    List<String> all = text.isEmpty() ? List.of() : List.of(text.split(" "));
    return new Callers(
        all.stream().filter(name -> !name.startsWith("@")).toList(),
        all.stream().filter(name -> name.startsWith("@")).map(name -> name.substring(1)).toList());
  }

  private static String decide(Exchange exchange, EffectivePolicy... policies) {
    Decision decision =
        PolicyEngine.evaluateRequest(List.of(policies), exchange, TRUST, new State(5), START);
    return decision instanceof Reject reject
        ? reject.status() + " " + reject.rule().replace("consumerAccess.", "")
        : "pass";
  }

  private static Exchange keyed(String key) {
    return from("10.0.0.1", Map.of("x-api-key", List.of(key)));
  }

  private static Exchange large(String key) {
    Exchange small = keyed(key);
    return new Exchange(
        small.route(),
        "POST",
        "/orders",
        small.requestHeaders(),
        20,
        small.clientAddress(),
        Optional.empty());
  }

  private static Exchange bearing(String token) {
    return from("10.0.0.1", Map.of("authorization", List.of("Bearer " + token)));
  }

  private static String token(Object... said) {
    return ISSUER.sign(SigningAlgorithm.RS256, claims(said));
  }

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        "alice, '', pass, 403 allow, 403 allow",
        "@gold, '', pass, 403 allow, 403 allow",
        "bob @gold, '', pass, pass, 403 allow",
        "'', alice, 403 deny, pass, pass",
        "'', @staff @silver, 403 deny, 403 deny, pass",
        "@gold @silver, alice, 403 deny, pass, 403 allow",
        "alice, @staff, 403 deny, 403 allow, 403 allow",
        "Alice @GOLD, '', 403 allow, 403 allow, 403 allow",
      })
  void whoIsDeniedMayNotAndWhoIsAllowedMay(
      String allow, String deny, String alice, String bob, String carol) {
    for (OnUnknown onUnknown : OnUnknown.values()) {
      EffectivePolicy rule = access(allow, deny, onUnknown);
      assertThat(decide(keyed("ka"), KEY, rule)).isEqualTo(alice);
      assertThat(decide(keyed("kb"), KEY, rule)).isEqualTo(bob);
      assertThat(decide(keyed("kc"), KEY, rule)).isEqualTo(carol);
    }
  }

  @Test
  void withoutACredentialNobodyIsAnybody() {
    assertThat(decide(keyed("ka"), access("alice", "", OnUnknown.DENY))).isEqualTo("403 onUnknown");
    assertThat(decide(keyed("ka"), access("alice", "", OnUnknown.PASS))).isEqualTo("pass");
    assertThat(decide(keyed("ka"), access("", "alice", OnUnknown.PASS))).isEqualTo("pass");
  }

  @Test
  void aCredentialThatIsOnlyObservedNamesNobody() {
    var observed = policy("key", KEY.policy().spec().kind(), Mode.OBSERVE, OnError.DENY);
    assertThat(decide(keyed("ka"), observed, access("alice", "", OnUnknown.DENY)))
        .isEqualTo("403 onUnknown");
  }

  @Test
  void aPreflightThatIsNotAskedIsNobody() {
    Exchange preflight =
        from(
            "10.0.0.1",
            "OPTIONS",
            Map.of(
                "origin", List.of("https://a.test"),
                "access-control-request-method", List.of("PUT"),
                "x-api-key", List.of("ka")));
    EffectivePolicy rule = access("alice", "", OnUnknown.DENY);
    assertThat(decide(preflight, KEY, rule)).isEqualTo("pass");
    assertThat(decide(preflight, key(Preflight.PASS), rule)).isEqualTo("403 onUnknown");
  }

  @Test
  void aTokenSaysItsCallerAndItsGroups() {
    EffectivePolicy rule = access("alice @gold", "@left", OnUnknown.DENY);
    assertThat(decide(bearing(token("iss", "iss", "sub", "alice")), TOKEN, rule)).isEqualTo("pass");
    assertThat(decide(bearing(token("iss", "iss", "sub", "x", "groups", "gold")), TOKEN, rule))
        .isEqualTo("pass");
    assertThat(
            decide(
                bearing(token("iss", "iss", "sub", "x", "groups", List.of("new", "gold"))),
                TOKEN,
                rule))
        .isEqualTo("pass");
    assertThat(
            decide(
                bearing(token("iss", "iss", "sub", "alice", "groups", List.of("left"))),
                TOKEN,
                rule))
        .isEqualTo("403 deny");
    assertThat(decide(bearing(token("iss", "iss", "groups", "gold")), TOKEN, rule))
        .isEqualTo("403 onUnknown");
    assertThat(decide(bearing(token("iss", "iss", "sub", 7)), TOKEN, rule))
        .isEqualTo("403 onUnknown");
  }

  @Test
  void whomTheIssuerNamesHasNoGroups() {
    assertThat(decide(bearing("t"), ASKED, access("alice", "", OnUnknown.DENY))).isEqualTo("pass");
    assertThat(decide(bearing("t"), ASKED, access("@gold", "", OnUnknown.DENY)))
        .isEqualTo("403 allow");
  }

  @Test
  void thePasswordNamesTheCallerBeforeTheKey() {
    String pair = Base64.getEncoder().encodeToString("bob:pw".getBytes(StandardCharsets.UTF_8));
    Exchange both =
        from(
            "10.0.0.1",
            Map.of("x-api-key", List.of("ka"), "authorization", List.of("Basic " + pair)));
    assertThat(decide(both, KEY, PASSWORD, access("bob", "alice", OnUnknown.DENY)))
        .isEqualTo("pass");
  }

  @Test
  void credentialsComeFirstAndSizesLater() {
    EffectivePolicy rule = access("bob", "", OnUnknown.DENY);
    EffectivePolicy size = policy("size", new RequestSize(10));
    assertThat(decide(keyed("nobody"), rule, KEY)).isEqualTo("401 apiKey.credentials");
    assertThat(decide(large("ka"), size, rule, KEY)).isEqualTo("403 allow");
    assertThat(decide(large("kb"), size, rule, KEY)).isEqualTo("413 requestSize.maxBytes");
  }

  @Test
  void allOfSeveralMustLetTheCallerPass() {
    var first =
        policy("a", new ConsumerAccess(callers("@gold @silver"), Callers.NOBODY, OnUnknown.DENY));
    var second = policy("b", new ConsumerAccess(callers("@staff"), Callers.NOBODY, OnUnknown.DENY));
    assertThat(decide(keyed("ka"), KEY, first, second)).isEqualTo("pass");
    assertThat(decide(keyed("kb"), KEY, first, second)).isEqualTo("403 allow");
  }

  @Test
  void whatIsObservedIsToldAndPasses() {
    var rule =
        policy(
            "a",
            new ConsumerAccess(callers("bob"), Callers.NOBODY, OnUnknown.DENY),
            Mode.OBSERVE,
            OnError.DENY);
    Decision decision =
        PolicyEngine.evaluateRequest(List.of(KEY, rule), keyed("ka"), TRUST, new State(1), START);
    assertThat(((Pass) decision).observed())
        .containsExactly(new Observed(rule.policy().id(), "consumerAccess.allow"));
  }
}
