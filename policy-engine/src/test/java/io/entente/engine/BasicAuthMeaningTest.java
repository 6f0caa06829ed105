package io.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.BasicAuth;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicAuthMeaningTest {

  private static final BasicAuth RULE =
      new BasicAuth("our area", true, Preflight.PASS, Credentials.VENDOR);
  private static final Trust TRUST =
      new Trust(Map.of("k", "by key"), Map.of(), Map.of("alice:p:w", "alice"));
  private static final String ALICE = "Basic " + base64("alice:p:w");

  @Test
  void whoIsKnownPassesAndThePasswordIsHidden() {
    // When
    var pass = (Decision.Pass) decision(exchange("GET", ALICE), RULE);
    var shown =
        (Decision.Pass)
            decision(
                exchange("GET", "bASIC  " + base64("alice:p:w")),
                new BasicAuth("a", false, Preflight.CHECK, Credentials.VENDOR));

    // Then
    assertThat(pass.caller()).contains("alice");
    assertThat(pass.headers().get("authorization")).isEmpty();
    assertThat(shown.headers().get("authorization")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "alice", "Basic", "Basic !", "Bearer x", "xBasic YWxpY2U6cDp3", "Basic YQ==="})
  void anythingElseIsAnsweredByTheRealm(String header) {
    // When
    var reject = (Decision.Reject) decision(exchange("GET", header), RULE);

    // Then
    assertThat(reject.status()).isEqualTo(401);
    assertThat(reject.rule()).isEqualTo("basicAuth.credentials");
    assertThat(reject.headers().get("www-authenticate"))
        .containsExactly("Basic realm=\"our area\"");
  }

  @Test
  void wrongPasswordsNoHeaderAndSeveralNameNobody() {
    assertThat(decision(exchange("GET", "Basic " + base64("alice:p")), RULE))
        .isInstanceOf(Decision.Reject.class);
    assertThat(decision(exchange("GET"), RULE)).isInstanceOf(Decision.Reject.class);
    assertThat(decision(exchange("GET", ALICE, ALICE), RULE)).isInstanceOf(Decision.Reject.class);
  }

  @Test
  void onlyAPreflightPassesWithout() {
    assertThat(decision(exchange("OPTIONS"), RULE)).isInstanceOf(Decision.Pass.class);
    assertThat(decision(exchange("GET"), RULE)).isInstanceOf(Decision.Reject.class);
  }

  @Test
  void aPasswordNamesTheCallerBeforeAKey() {
    // Given
    var key = new ApiKey(ApiKey.In.HEADER, "x-key", true, Preflight.CHECK, Credentials.VENDOR);

    // When
    var pass = (Decision.Pass) decision(exchange("GET", ALICE), RULE, key);

    // Then
    assertThat(pass.caller()).contains("alice");
  }

  private static Decision decision(Exchange exchange, PolicyKind... kinds) {
    return PolicyEngine.evaluateRequest(
        Stream.of(kinds)
            .map(
                kind ->
                    new EffectivePolicy(
                        Policies.enforcing(
                            kind.kindName().toLowerCase(java.util.Locale.ROOT), kind),
                        TargetRef.Kind.TENANT))
            .toList(),
        exchange,
        TRUST,
        new State(1),
        Instant.EPOCH);
  }

  private static Exchange exchange(String method, String... values) {
    var headers = new TreeMap<String, List<String>>();
    headers.put("x-key", List.of("k"));
    headers.put("origin", List.of("https://a.test"));
    headers.put("access-control-request-method", List.of("GET"));
    if (values.length > 0) {
      headers.put("authorization", List.of(values));
    }
    return new Exchange(
        new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all")),
        method,
        "/",
        Headers.of(headers),
        Optional.of("10.0.0.1"),
        Optional.empty());
  }

  private static String base64(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
  }
}
