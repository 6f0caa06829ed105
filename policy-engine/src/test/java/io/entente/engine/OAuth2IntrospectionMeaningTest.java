package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.GatewaySecret;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OAuth2IntrospectionMeaningTest {

  private static final String ENDPOINT = "https://issuer.test/introspect";
  private static final OAuth2Introspection RULE =
      new OAuth2Introspection(
          ENDPOINT,
          "edge",
          new GatewaySecret("edge"),
          List.of("read", "list"),
          List.of("orders", "shop"),
          Duration.ofSeconds(10),
          false,
          Preflight.PASS);

  private final State state = new State(10);

  private static Introspection said(boolean active, List<String> scopes, String... audiences) {
    return new Introspection(
        active, Optional.of("alice"), scopes, List.of(audiences), Optional.empty());
  }

  private static Trust trust(String token, Introspection said) {
    return new Trust(Map.of(), Map.of(), Map.of(), Map.of(ENDPOINT, Map.of(token, said)));
  }

  private static Exchange bearing(String... authorization) {
    return from("10.0.0.1", Map.of("authorization", List.of(authorization)));
  }

  private String decide(OAuth2Introspection rule, Exchange exchange, Trust trust, Instant now) {
    Decision decision =
        PolicyEngine.evaluateRequest(List.of(policy("tokens", rule)), exchange, trust, state, now);
    return decision instanceof Reject reject
        ? reject.status() + " " + reject.rule()
        : "pass " + ((Pass) decision).caller().orElse("nobody");
  }

  private String decide(Exchange exchange, Trust trust) {
    return decide(RULE, exchange, trust, START);
  }

  @Test
  void onlyATokenThatIsActiveAndForHereGoesOn() {
    var all = List.of("list", "other", "read");
    assertThat(decide(bearing("Bearer t"), trust("t", said(true, all, "shop"))))
        .isEqualTo("pass alice");
    assertThat(decide(bearing("bearer  u "), trust("u", said(true, all, "x", "orders"))))
        .isEqualTo("pass alice");
    assertThat(decide(bearing("Bearer off"), trust("off", said(false, all, "shop"))))
        .isEqualTo("401 oauth2Introspection.endpoint");
    assertThat(decide(bearing("Bearer a"), trust("a", said(true, List.of("read"), "shop"))))
        .isEqualTo("403 oauth2Introspection.scopes");
    assertThat(decide(bearing("Bearer b"), trust("b", said(true, all, "billing"))))
        .isEqualTo("403 oauth2Introspection.audiences");
    assertThat(decide(bearing("Bearer c"), trust("c", said(true, all))))
        .isEqualTo("403 oauth2Introspection.audiences");
  }

  @Test
  void whatIsNoSingleBearerTokenIsNotAskedFor() {
    Trust trust = trust("t", said(true, List.of("read", "list"), "shop"));
    assertThat(decide(from("10.0.0.1", Map.of()), trust))
        .isEqualTo("401 oauth2Introspection.token");
    assertThat(decide(bearing("Basic t"), trust)).isEqualTo("401 oauth2Introspection.token");
    assertThat(decide(bearing("Bearer t", "Bearer t"), trust))
        .isEqualTo("401 oauth2Introspection.token");
  }

  @Test
  void anEndpointThatDoesNotAnswerLetsNobodyThrough() {
    assertThat(decide(bearing("Bearer t"), Trust.none()))
        .isEqualTo("401 oauth2Introspection.endpoint");
  }

  @Test
  void aRevokedTokenCountsForTheCacheAndNotLonger() {
    // Given
    Trust before = trust("t", said(true, List.of("read", "list"), "shop"));
    Trust after = trust("t", said(false, List.of()));
    assertThat(decide(bearing("Bearer t"), before)).startsWith("pass");

    // Then
    assertThat(decide(RULE, bearing("Bearer t"), after, START.plusMillis(9_999)))
        .isEqualTo("pass alice");
    assertThat(decide(RULE, bearing("Bearer t"), after, START.plusSeconds(10))).startsWith("401");
  }

  @Test
  void anAnswerIsNotUsedBeyondTheEndOfItsToken() {
    // Given
    var ends =
        new Introspection(
            true,
            Optional.empty(),
            List.of("read", "list"),
            List.of("shop"),
            Optional.of(START.plusSeconds(3)));
    assertThat(decide(bearing("Bearer t"), trust("t", ends))).isEqualTo("pass nobody");

    // Then
    Trust silent = Trust.none();
    assertThat(decide(RULE, bearing("Bearer t"), silent, START.plusSeconds(2))).startsWith("pass");
    assertThat(decide(RULE, bearing("Bearer t"), silent, START.plusSeconds(3))).startsWith("401");
  }

  @Test
  void withoutCacheEveryRequestIsAskedFor() {
    // Given
    var rule =
        new OAuth2Introspection(
            ENDPOINT,
            "edge",
            new GatewaySecret("edge"),
            List.of(),
            List.of(),
            Duration.ZERO,
            true,
            Preflight.CHECK);

    // Then
    assertThat(decide(rule, bearing("Bearer t"), trust("t", said(true, List.of())), START))
        .startsWith("pass");
    assertThat(decide(rule, bearing("Bearer t"), Trust.none(), START)).startsWith("401");
    assertThat(state.entries()).isZero();
  }

  @Test
  void anAnswerToAnotherQuestionIsNotUsed() {
    // Given
    Trust trust = trust("t", said(true, List.of("read", "list"), "shop"));
    assertThat(decide(bearing("Bearer t"), trust)).startsWith("pass");
    var more =
        new OAuth2Introspection(
            ENDPOINT,
            "edge",
            RULE.clientSecret(),
            List.of("admin"),
            List.of(),
            RULE.cache(),
            true,
            Preflight.CHECK);

    // Then
    assertThat(decide(more, bearing("Bearer t"), trust, START))
        .isEqualTo("403 oauth2Introspection.scopes");
  }
}
