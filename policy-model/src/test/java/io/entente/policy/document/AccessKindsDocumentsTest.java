package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.Problem;
import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.ApiKey.In;
import io.entente.policy.BasicAuth;
import io.entente.policy.BotDetection;
import io.entente.policy.ClaimRule;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.EcJwk;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.policy.generated.SampleKeys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessKindsDocumentsTest {

  private static final String TARGET = "targetRefs: [{kind: Tenant}]\n";
  private static final String JWKS = "jwks: {url: 'https://i.test/k'}";

  @Test
  void readsAnApiKeyAndItsDefaults() {
    assertThat(read("apiKey: {}"))
        .isEqualTo(new ApiKey(In.HEADER, "x-api-key", true, Preflight.CHECK, Credentials.VENDOR));
    assertThat(
            read(
                "apiKey: {in: query, name: apiKey, hideCredential: false, preflight: pass,"
                    + " credentials: vendor}"))
        .isEqualTo(new ApiKey(In.QUERY, "apiKey", false, Preflight.PASS, Credentials.VENDOR));
  }

  @Test
  void readsATokenRuleAndItsDefaults() {
    assertThat(read("jwt: {issuer: i, " + JWKS + ", algorithms: [RS256]}"))
        .isEqualTo(
            new Jwt(
                "i",
                List.of(),
                new Jwks.Url("https://i.test/k"),
                List.of(SigningAlgorithm.RS256),
                Duration.ZERO,
                true,
                Optional.empty(),
                List.of(),
                new TokenSource("authorization", Scheme.BEARER),
                true,
                Preflight.CHECK));
    assertThat(
            read(
                "jwt: {issuer: i, audiences: [a, b], "
                    + JWKS
                    + ", algorithms: [RS256, ES256], clockSkew: 30s, requireExpiration: true,"
                    + " maxLifetime: 1h, claims: [{name: scope, values: [r, w]}],"
                    + " from: {header: x-token, scheme: none}, forward: false, preflight: pass}"))
        .isEqualTo(
            new Jwt(
                "i",
                List.of("a", "b"),
                new Jwks.Url("https://i.test/k"),
                List.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256),
                Duration.ofSeconds(30),
                true,
                Optional.of(Duration.ofHours(1)),
                List.of(new ClaimRule("scope", List.of("r", "w"))),
                new TokenSource("x-token", Scheme.NONE),
                false,
                Preflight.PASS));
  }

  @Test
  void readsPasswordsAndTheirDefaults() {
    assertThat(read("basicAuth: {}"))
        .isEqualTo(new BasicAuth("api", true, Preflight.CHECK, Credentials.VENDOR));
    assertThat(
            read(
                "basicAuth: {realm: our area, hideCredential: false, preflight: pass,"
                    + " credentials: vendor}"))
        .isEqualTo(new BasicAuth("our area", false, Preflight.PASS, Credentials.VENDOR));
  }

  @Test
  void readsAgentsAndTheirDefaults() {
    assertThat(read("botDetection: {deny: [bot]}"))
        .isEqualTo(new BotDetection(List.of("bot"), List.of(), BotDetection.OnMissing.PASS));
    assertThat(read("botDetection: {deny: ['(?i)bot', '^curl/'], allow: [x], onMissing: deny}"))
        .isEqualTo(
            new BotDetection(
                List.of("(?i)bot", "^curl/"), List.of("x"), BotDetection.OnMissing.DENY));
  }

  @Test
  void readsWhoMayGoOnAndTheDefaults() {
    assertThat(read("consumerAccess: {allow: {groups: [gold]}}"))
        .isEqualTo(
            new ConsumerAccess(
                new Callers(List.of(), List.of("gold")), Callers.NOBODY, OnUnknown.DENY));
    assertThat(
            read(
                "consumerAccess: {allow: {consumers: [a b, 'auth0|7'], groups: [gold]},"
                    + " deny: {consumers: [bob], groups: [a b]}, onUnknown: pass}"))
        .isEqualTo(
            new ConsumerAccess(
                new Callers(List.of("a b", "auth0|7"), List.of("gold")),
                new Callers(List.of("bob"), List.of("a b")),
                OnUnknown.PASS));
  }

  @Test
  void writesKeysAsAKeySetHasThem() {
    // Given
    var keys =
        new Jwks.Inline(
            List.of(
                SampleKeys.rsa("a", Optional.of(SigningAlgorithm.PS256)), SampleKeys.p256("b")));

    // When
    var set = JsonTree.read(keys.text(), TreeLimits.DOCUMENT);

    // Then
    assertThat(JsonTree.write(set))
        .startsWith("{\"keys\":[{\"alg\":\"PS256\",\"e\":\"AQAB\",\"kid\":\"a\",\"kty\":\"RSA\"")
        .contains("{\"crv\":\"P-256\",\"kid\":\"b\",\"kty\":\"EC\",\"use\":\"sig\",\"x\":");
  }

  @Test
  void anAddressOfKeysNamesHostAndPort() {
    assertThat(new Jwks.Url("https://i.test/k").host()).isEqualTo("i.test");
    assertThat(new Jwks.Url("https://i.test/k").port()).isEqualTo(443);
    assertThat(new Jwks.Url("https://i.test:8443/k").port()).isEqualTo(8443);
  }

  @Test
  void aPointOffTheCurveIsNoKey() {
    EcJwk key = (EcJwk) SampleKeys.p256("b");
    assertThatThrownBy(
            () -> new EcJwk("b", Optional.empty(), EllipticCurve.P_256, key.y(), key.x()))
        .hasMessageContaining("'b' is no point of P-256");
  }

  @Test
  void aPrivatePartIsRefusedAndNotRepeated() {
    // When
    List<Problem> problems =
        Yaml.problems(
            () ->
                read(
                    "jwt: {issuer: i, algorithms: [ES256], jwks: {keys: [{kty: EC, kid: b, d:"
                        + " TOPSECRET, crv: P-256, x: xx, y: yy}]}}"));

    // Then
    assertThat(problems).extracting(Problem::code).contains("UNKNOWN_FIELD");
    assertThat(problems.toString()).contains("keys[0].d").doesNotContain("TOPSECRET");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "basicAuth: {realm: ''}|INVALID_VALUE|spec.basicAuth.realm",
        "basicAuth: {realm: 'a '}|INVALID_VALUE|spec.basicAuth.realm",
        "basicAuth: {realm: 'a\"b'}|INVALID_VALUE|spec.basicAuth.realm",
        "basicAuth: {password: secret}|UNKNOWN_FIELD|spec.basicAuth.password",
        "botDetection: {}|MISSING_FIELD|spec.botDetection.deny",
        "botDetection: {deny: []}|INVALID_VALUE|spec.botDetection.deny",
        "'botDetection: {deny: [a, a]}'|DUPLICATE_VALUE|spec.botDetection.deny[1]",
        "botDetection: {deny: ['(a+)+']}|NOT_A_PLAIN_PATTERN|spec.botDetection.deny[0]",
        "botDetection: {deny: ['a\\\\.b']}|INVALID_VALUE|spec.botDetection.deny[0]",
        "'botDetection: {deny: [a], allow: [\"\"]}'|INVALID_VALUE|spec.botDetection.allow[0]",
        "'botDetection: {deny: [a], onMissing: ip}'|INVALID_VALUE|spec.botDetection.onMissing",
        "consumerAccess: {}|MISSING_FIELD|spec.consumerAccess",
        "consumerAccess: {allow: {}}|MISSING_FIELD|spec.consumerAccess",
        "'consumerAccess: {allow: {groups: []}, onUnknown: pass}'|MISSING_FIELD|spec.consumerAccess",
        "'consumerAccess: {allow: {groups: [a, a]}}'|DUPLICATE_VALUE|spec.consumerAccess.allow.groups[1]",
        "'consumerAccess: {allow: {groups: [a]}, deny: {groups: [b, a]}}'|DUPLICATE_VALUE|spec.consumerAccess.deny.groups[1]",
        "'consumerAccess: {allow: {consumers: [a]}, deny: {consumers: [a]}}'|DUPLICATE_VALUE|spec.consumerAccess.deny.consumers[0]",
        "consumerAccess: {allow: {groups: ['a\"b']}}|INVALID_VALUE|spec.consumerAccess.allow.groups[0]",
        "consumerAccess: {allow: {groups: [' a']}}|INVALID_VALUE|spec.consumerAccess.allow.groups[0]",
        "consumerAccess: {allow: {consumers: ['{vault}']}}|INVALID_VALUE|spec.consumerAccess.allow.consumers[0]",
        "'consumerAccess: {allow: {groups: [a]}, onUnknown: ip}'|INVALID_VALUE|spec.consumerAccess.onUnknown",
        "consumerAccess: {allow: {users: [a]}}|UNKNOWN_FIELD|spec.consumerAccess.allow.users",
        "apiKey: {name: X-Api-Key}|INVALID_VALUE|spec.apiKey.name",
        "apiKey: {name: host}|INVALID_VALUE|spec.apiKey.name",
        "apiKey: {name: 'a b'}|INVALID_VALUE|spec.apiKey.name",
        "apiKey: {in: cookie}|INVALID_VALUE|spec.apiKey.in",
        "apiKey: {credentials: ours}|INVALID_VALUE|spec.apiKey.credentials",
        "apiKey: {key: secret}|UNKNOWN_FIELD|spec.apiKey.key",
        "'jwt: {issuer: i, JWKS}'|MISSING_FIELD|spec.jwt.algorithms",
        "'jwt: {issuer: i, JWKS, algorithms: []}'|INVALID_VALUE|spec.jwt.algorithms",
        "'jwt: {issuer: i, JWKS, algorithms: [HS256]}'|INVALID_VALUE|spec.jwt.algorithms[0]",
        "'jwt: {issuer: i, JWKS, algorithms: [none]}'|INVALID_VALUE|spec.jwt.algorithms[0]",
        "'jwt: {issuer: i, algorithms: [RS256], jwks: {url: \"http://i.test/k\"}}'|INVALID_VALUE|spec.jwt.jwks.url",
        "'jwt: {issuer: i, algorithms: [RS256], jwks: {}}'|MISSING_FIELD|spec.jwt.jwks",
        "'jwt: {issuer: i, JWKS, algorithms: [RS256], clockSkew: 11m}'|INVALID_VALUE|spec.jwt.clockSkew",
        "'jwt: {issuer: i, JWKS, algorithms: [RS256], maxLifetime: 1h, requireExpiration: false}'|INVALID_VALUE|spec.jwt.requireExpiration",
        "'jwt: {issuer: i, JWKS, algorithms: [RS256], claims: [{name: aud, values: [a]}]}'|INVALID_VALUE|spec.jwt.claims[0].name",
        "'jwt: {issuer: i, JWKS, algorithms: [RS256], claims: [{name: a, values: []}]}'|INVALID_VALUE|spec.jwt.claims[0].values",
        "'jwt: {issuer: i, JWKS, algorithms: [RS256], from: {header: host}}'|INVALID_VALUE|spec.jwt.from.header",
        "'jwt: {issuer: i, algorithms: [RS256], jwks: {keys: [{kty: RSA, kid: a}]}}'|MISSING_FIELD|spec.jwt.jwks.keys[0].n",
      })
  void refusesWhatCannotBe(String kind, String code, String path) {
    // When
    List<Problem> problems = Yaml.problems(() -> read(kind.replace("JWKS", JWKS)));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .contains(tuple(code, path));
  }

  @Test
  void aKeyThatNoAlgorithmUsesIsRefused() {
    // Given
    EcJwk key = (EcJwk) SampleKeys.p256("b");
    String document =
        "jwt: {issuer: i, algorithms: [RS256, ES384], jwks: {keys: [{kty: EC, kid: b, crv: P-256,"
            + " x: '%s', y: '%s'}]}}".formatted(key.x(), key.y());

    // Then
    assertThat(Yaml.problems(() -> read(document)))
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple("UNUSED_KEY", "spec.jwt.jwks.keys[0]"));
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(Yaml.policy(TARGET + kind), 1).spec().kind();
  }
}
