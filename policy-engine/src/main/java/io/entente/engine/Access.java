package io.entente.engine;

import io.entente.policy.ApiKey;
import io.entente.policy.BasicAuth;
import io.entente.policy.Jwt;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What credentials come to once nothing refused the request.
 *
 * @param hidden the request without those the upstream shall not see
 * @param caller whom the password names, else the key, else the token
 */
record Access(Exchange hidden, Optional<String> caller) {

  static Access of(
      List<EffectivePolicy> policies, Exchange exchange, Trust trust, State state, Instant now) {
    Exchange hidden = exchange;
    Optional<String> byKey = Optional.empty();
    Optional<String> byToken = Optional.empty();
    Optional<String> byPassword = Optional.empty();
    for (EffectivePolicy effective : policies) {
      var spec = effective.policy().spec();
      PolicyKind kind = spec.kind();
      if (kind instanceof ApiKey rule && spec.mode() == Mode.ENFORCE) {
        hidden = ApiKeyMeaning.hidden(rule, hidden);
        byKey = ApiKeyMeaning.caller(rule, exchange, trust);
      } else if (kind instanceof BasicAuth rule && spec.mode() == Mode.ENFORCE) {
        hidden = BasicAuthMeaning.hidden(rule, hidden);
        byPassword = BasicAuthMeaning.caller(exchange, trust);
      } else if (kind instanceof Jwt rule && spec.mode() == Mode.ENFORCE) {
        hidden = JwtMeaning.hidden(rule, hidden);
        byToken = JwtMeaning.caller(rule, exchange).or(by(byToken));
      } else if (kind instanceof OAuth2Introspection rule && spec.mode() == Mode.ENFORCE) {
        hidden = OAuth2IntrospectionMeaning.hidden(rule, hidden);
        byToken =
            OAuth2IntrospectionMeaning.caller(rule, exchange, trust, state, now).or(by(byToken));
      }
    }
    Optional<String> token = byToken;
    Optional<String> key = byKey;
    return new Access(hidden, byPassword.or(() -> key).or(() -> token));
  }

  private static Supplier<Optional<String>> by(Optional<String> caller) {
    return () -> caller;
  }
}
