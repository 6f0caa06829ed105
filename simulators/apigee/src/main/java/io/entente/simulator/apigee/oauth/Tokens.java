package io.entente.simulator.apigee.oauth;

import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Opaque access tokens that expire. Any thread. */
public final class Tokens {

  private static final String HINT =
      " Expected OAuth 2 access token, login cookie or other valid authentication credential. See"
          + " https://developers.google.com/identity/sign-in/web/devconsole-project.";

  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Duration life;

  public Tokens(InstantSource clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  Duration life() {
    return life;
  }

  /** A new token. */
  public String issue() {
    Instant now = clock.instant();
    expiries.values().removeIf(expiry -> expiry.isBefore(now));
    String token = "ya29.s." + UUID.randomUUID();
    expiries.put(token, now.plus(life));
    return token;
  }

  /** No token that was issued is worth anything any more. */
  public void revokeAll() {
    expiries.clear();
  }

  /**
   * Returns when the request carries a token that is valid now.
   *
   * @throws Refusal 401
   */
  public void require(Request request) {
    Optional<String> token =
        request
            .header("Authorization")
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("bearer "))
            .map(value -> value.substring(7).strip());
    if (token.isEmpty()) {
      throw Refusal.reason(
          Code.UNAUTHENTICATED,
          "Request is missing required authentication credential." + HINT,
          "CREDENTIALS_MISSING");
    }
    Instant expiry = expiries.getOrDefault(token.get(), Instant.MIN);
    if (!clock.instant().isBefore(expiry)) {
      throw Refusal.reason(
          Code.UNAUTHENTICATED,
          "Request had invalid authentication credentials." + HINT,
          "ACCESS_TOKEN_EXPIRED");
    }
  }
}
