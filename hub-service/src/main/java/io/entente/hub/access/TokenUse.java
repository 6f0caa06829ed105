package io.entente.hub.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Notes when tokens are used, at most once a minute each. Blocks; safe between threads. */
@ApplicationScoped
class TokenUse {

  private static final Logger LOG = Logger.getLogger(TokenUse.class);
  private static final Duration APART = Duration.ofMinutes(1);

  private final TokenStore tokens;

  TokenUse(TokenStore tokens) {
    this.tokens = tokens;
  }

  /** A use that cannot be noted keeps nobody out. */
  void note(AccessToken token, Instant now) {
    if (token.usedAt().filter(last -> last.plus(APART).isAfter(now)).isPresent()) {
      return;
    }
    try {
      tokens.used(token.name(), now);
    } catch (IllegalStateException e) {
      LOG.warnf("The use of token %s could not be noted: %s", token.name(), e.getMessage());
    }
  }
}
