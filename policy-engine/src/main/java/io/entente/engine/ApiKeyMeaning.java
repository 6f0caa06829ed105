package io.entente.engine;

import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Preflight;
import java.util.List;
import java.util.Optional;

/**
 * A key that the gateway knows. Several keys in one request name nobody, whichever of them are
 * known, and neither does an empty one.
 */
final class ApiKeyMeaning {

  private ApiKeyMeaning() {}

  /** Which rule refuses the request; empty where none does. */
  static Optional<String> refusedBy(ApiKey rule, Exchange exchange, Trust trust) {
    if (unasked(rule, exchange)) {
      return Optional.empty();
    }
    if (key(rule, exchange).isEmpty()) {
      return Optional.of("apiKey.name");
    }
    return caller(rule, exchange, trust).isPresent()
        ? Optional.empty()
        : Optional.of("apiKey.credentials");
  }

  /** Who holds the key. */
  static Optional<String> caller(ApiKey rule, Exchange exchange, Trust trust) {
    // nobody looks at the key of a preflight that needs none
    return unasked(rule, exchange) ? Optional.empty() : key(rule, exchange).flatMap(trust::caller);
  }

  private static boolean unasked(ApiKey rule, Exchange exchange) {
    return rule.preflight() == Preflight.PASS && CorsMeaning.isPreflight(exchange);
  }

  /** The request without the key. */
  static Exchange hidden(ApiKey rule, Exchange exchange) {
    if (!rule.hideCredential()) {
      return exchange;
    }
    return rule.in() == In.HEADER
        ? exchange.with(exchange.requestHeaders().remove(rule.name()))
        : exchange.withQuery(new QueryText(exchange.query()).without(rule.name()).text());
  }

  private static Optional<String> key(ApiKey rule, Exchange exchange) {
    List<String> values =
        rule.in() == In.HEADER
            ? exchange.requestHeaders().get(rule.name())
            : new QueryText(exchange.query()).values(rule.name());
    return values.size() == 1
        ? Optional.of(values.get(0)).filter(v -> !v.isEmpty())
        : Optional.empty();
  }
}
