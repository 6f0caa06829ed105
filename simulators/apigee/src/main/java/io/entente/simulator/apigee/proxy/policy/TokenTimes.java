package io.entente.simulator.apigee.proxy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.proxy.token.BadToken;
import java.util.Optional;

/**
 * The dates of a token against the clock.
 *
 * @param now seconds
 */
record TokenTimes(VerifyJwtSettings settings, long now) {

  void check(JsonNode claims) throws BadToken {
    Optional<Long> end = date(claims, "exp");
    Optional<Long> issued = date(claims, "iat");
    long allowance = settings.timeAllowance();
    if (end.isPresent() && now >= end.get() + allowance) {
      throw new BadToken("TokenExpired");
    }
    Optional<Long> begin = date(claims, "nbf");
    if (begin.isPresent() && now < begin.get() - allowance) {
      throw new BadToken("TokenNotYetValid");
    }
    if (!settings.ignoreIssuedAt() && issued.isPresent() && issued.get() > now + allowance) {
      throw new BadToken("TokenNotYetValid");
    }
    if (settings.maxLifespan().isPresent()
        && (issued.isEmpty()
            || end.isEmpty()
            || end.get() - issued.get() > settings.maxLifespan().get())) {
      throw new BadToken("InvalidClaim");
    }
  }

  private static Optional<Long> date(JsonNode claims, String name) throws BadToken {
    if (!claims.has(name)) {
      return Optional.empty();
    }
    if (!claims.path(name).isNumber()) {
      throw new BadToken("InvalidClaim");
    }
    return Optional.of(claims.path(name).asLong());
  }
}
