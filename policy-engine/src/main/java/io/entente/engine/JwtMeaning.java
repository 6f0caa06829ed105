package io.entente.engine;

import io.entente.policy.ConsumerAccess;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.TokenSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A token that the issuer signed, for here and for now.
 *
 * <ul>
 *   <li>It comes alone: of several values of the header none counts.
 *   <li>A token that names a key is verified by the key of that name only, one that names none by
 *       any that fits. A key fits by family and, where it says one, algorithm.
 *   <li>It is valid from {@code nbf} until before {@code exp}, both given {@code clockSkew}; how
 *       long it has yet to live is counted from now to {@code exp} without it.
 *   <li>What is wrong with the token itself is 401; a valid token that is for others or lacks a
 *       claim is 403.
 * </ul>
 */
final class JwtMeaning {

  /** What refuses a request. */
  record Refusal(int status, String rule) {}

  private JwtMeaning() {}

  static Optional<Refusal> refused(Jwt rule, Exchange exchange, Trust trust, Instant now) {
    if (unasked(rule, exchange)) {
      return Optional.empty();
    }
    Optional<String> token = token(rule.from(), exchange);
    if (token.isEmpty()) {
      return Optional.of(new Refusal(401, "jwt.from"));
    }
    Optional<Token> read = Token.parse(token.get());
    if (read.isEmpty()) {
      return Optional.of(new Refusal(401, "jwt.malformed"));
    }
    Optional<String> wrong = wrong(rule, read.get(), trust, now);
    return wrong.isPresent()
        ? wrong.map(field -> new Refusal(401, "jwt." + field))
        : misdirected(rule, read.get().claims()).map(field -> new Refusal(403, "jwt." + field));
  }

  /** Whom the token of a request that is not refused is about. */
  static Optional<Identity> caller(Jwt rule, Exchange exchange) {
    // nobody looked at the token of a preflight that needs none
    if (unasked(rule, exchange)) {
      return Optional.empty();
    }
    return token(rule.from(), exchange)
        .flatMap(Token::parse)
        .map(Token::claims)
        .flatMap(
            claims ->
                claims
                    .text("sub")
                    .map(name -> new Identity(name, claims.texts(ConsumerAccess.GROUPS_CLAIM))));
  }

  /** The request without the token. */
  static Exchange hidden(Jwt rule, Exchange exchange) {
    return rule.forward()
        ? exchange
        : exchange.with(exchange.requestHeaders().remove(rule.from().header()));
  }

  private static boolean unasked(Jwt rule, Exchange exchange) {
    return rule.preflight() == Preflight.PASS && CorsMeaning.isPreflight(exchange);
  }

  private static Optional<String> wrong(Jwt rule, Token token, Trust trust, Instant now) {
    if (rule.algorithms().stream()
        .noneMatch(algorithm -> algorithm.name().equals(token.algorithm()))) {
      return Optional.of("algorithms");
    }
    if (trust.keys(rule.jwks()).stream().noneMatch(token::signedBy)) {
      return Optional.of("jwks");
    }
    if (!token.claims().text("iss").equals(Optional.of(rule.issuer()))) {
      return Optional.of("issuer");
    }
    return token.claims().datesAreNumbers()
        ? mistimed(rule, token.claims(), now)
        : Optional.of("malformed");
  }

  private static Optional<String> mistimed(Jwt rule, Claims claims, Instant now) {
    Optional<Instant> end = claims.instant("exp");
    if (rule.requireExpiration() && end.isEmpty()) {
      return Optional.of("requireExpiration");
    }
    if (end.isPresent() && !now.isBefore(end.get().plus(rule.clockSkew()))) {
      return Optional.of("exp");
    }
    Optional<Instant> begin = claims.instant("nbf");
    if (begin.isPresent() && now.isBefore(begin.get().minus(rule.clockSkew()))) {
      return Optional.of("nbf");
    }
    return rule.maxLifetime()
        .filter(longest -> end.isPresent() && end.get().isAfter(now.plus(longest)))
        .map(longest -> "maxLifetime");
  }

  private static Optional<String> misdirected(Jwt rule, Claims claims) {
    if (!rule.audiences().isEmpty() && !claims.has("aud", rule.audiences())) {
      return Optional.of("audiences");
    }
    return rule.claims().stream()
        .filter(claim -> !claims.has(claim.name(), claim.values()))
        .findFirst()
        .map(claim -> "claims." + claim.name());
  }

  /** The only one there; empty for none, or several. */
  static Optional<String> token(TokenSource from, Exchange exchange) {
    List<String> values = exchange.requestHeaders().get(from.header());
    if (values.size() != 1) {
      return Optional.empty();
    }
    String value = values.get(0).strip();
    if (from.scheme() == TokenSource.Scheme.NONE) {
      return Optional.of(value).filter(text -> !text.isEmpty());
    }
    return value.toLowerCase(Locale.ROOT).startsWith("bearer ")
        ? Optional.of(value.substring("bearer ".length()).strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
