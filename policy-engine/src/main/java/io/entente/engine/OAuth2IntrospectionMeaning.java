package io.entente.engine;

import io.entente.engine.JwtMeaning.Refusal;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/**
 * A token that its issuer says is active. What the issuer would say now stands in {@link Trust}; an
 * endpoint that is not in it gives no answer, a token that is not is not active. Only an answer
 * that lets the request through is remembered, for {@code cache} and never beyond the token's end.
 */
final class OAuth2IntrospectionMeaning {

  private static final TokenSource BEARER = new TokenSource("authorization", Scheme.BEARER);

  /** An answer that is remembered: of which policy's question about which token. */
  record Question(OAuth2Introspection rule, String token) {}

  private OAuth2IntrospectionMeaning() {}

  static Optional<Refusal> refused(
      OAuth2Introspection rule, Exchange exchange, Trust trust, State state, Instant now) {
    if (unasked(rule, exchange)) {
      return Optional.empty();
    }
    Optional<String> token = JwtMeaning.token(BEARER, exchange);
    if (token.isEmpty()) {
      return refusal(401, "token");
    }
    var question = new Question(rule, token.get());
    if (state.remembered(question, now).isPresent()) {
      return Optional.empty();
    }
    Optional<Introspection> said = trust.introspected(rule.endpoint(), token.get());
    if (said.filter(Introspection::active).isEmpty()) {
      return refusal(401, "endpoint");
    }
    if (!said.get().scopes().containsAll(rule.scopes())) {
      return refusal(403, "scopes");
    }
    if (!rule.audiences().isEmpty()
        && Collections.disjoint(rule.audiences(), said.get().audiences())) {
      return refusal(403, "audiences");
    }
    state.remember(question, said.get(), now);
    return Optional.empty();
  }

  /** Whom the token of a request that is not refused is about. */
  static Optional<String> caller(
      OAuth2Introspection rule, Exchange exchange, Trust trust, State state, Instant now) {
    return unasked(rule, exchange)
        ? Optional.empty()
        : JwtMeaning.token(BEARER, exchange)
            .flatMap(
                token ->
                    state
                        .remembered(new Question(rule, token), now)
                        .or(() -> trust.introspected(rule.endpoint(), token)))
            .flatMap(Introspection::subject);
  }

  /** The request without the token. */
  static Exchange hidden(OAuth2Introspection rule, Exchange exchange) {
    return rule.forward()
        ? exchange
        : exchange.with(exchange.requestHeaders().remove(BEARER.header()));
  }

  private static boolean unasked(OAuth2Introspection rule, Exchange exchange) {
    return rule.preflight() == Preflight.PASS && CorsMeaning.isPreflight(exchange);
  }

  private static Optional<Refusal> refusal(int status, String field) {
    return Optional.of(new Refusal(status, "oauth2Introspection." + field));
  }
}
