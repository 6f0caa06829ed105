package io.entente.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.entente.policy.BasicAuth;
import io.entente.policy.Preflight;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name and a password that the gateway knows, in one header Authorization of the scheme Basic,
 * whose spelling ignores case. Several headers name nobody.
 */
final class BasicAuthMeaning {

  private static final String HEADER = "authorization";
  private static final Pattern SCHEME = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]+={0,2})");

  private BasicAuthMeaning() {}

  /** Which rule refuses the request; empty where none does. */
  static Optional<String> refusedBy(BasicAuth rule, Exchange exchange, Trust trust) {
    return unasked(rule, exchange) || caller(rule, exchange, trust).isPresent()
        ? Optional.empty()
        : Optional.of("basicAuth.credentials");
  }

  /** Whose name and password they are. */
  static Optional<String> caller(BasicAuth rule, Exchange exchange, Trust trust) {
    List<String> values = exchange.requestHeaders().get(HEADER);
    // nobody looks at the password of a preflight that needs none
    return values.size() == 1 && !unasked(rule, exchange)
        ? pair(values.get(0)).flatMap(trust::callerByPassword)
        : Optional.empty();
  }

  private static boolean unasked(BasicAuth rule, Exchange exchange) {
    return rule.preflight() == Preflight.PASS && CorsMeaning.isPreflight(exchange);
  }

  /** The request without name and password. */
  static Exchange hidden(BasicAuth rule, Exchange exchange) {
    return rule.hideCredential()
        ? exchange.with(exchange.requestHeaders().remove(HEADER))
        : exchange;
  }

  /** {@code name:password}; the name has no colon and is not empty. */
  private static Optional<String> pair(String header) {
    Matcher scheme = SCHEME.matcher(header);
    if (!scheme.matches()) {
      return Optional.empty();
    }
    try {
      String decoded = new String(Base64.getDecoder().decode(scheme.group(1)), ISO_8859_1);
      return Optional.of(decoded).filter(pair -> pair.indexOf(':') > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
