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
 * @param identity whom the password names, else the key, else the token
 */
record Access(Exchange hidden, Optional<Identity> identity) {

  static Access of(
      List<EffectivePolicy> policies, Exchange exchange, Trust trust, State state, Instant now) {
    Exchange hidden = exchange;
    Optional<Identity> byKey = Optional.empty();
    Optional<Identity> byToken = Optional.empty();
    Optional<Identity> byPassword = Optional.empty();
    for (EffectivePolicy effective : policies) {
      var spec = effective.policy().spec();
      PolicyKind kind = spec.kind();
      if (kind instanceof ApiKey rule && spec.mode() == Mode.ENFORCE) {
        hidden = ApiKeyMeaning.hidden(rule, hidden);
        byKey = ApiKeyMeaning.caller(rule, exchange, trust).map(trust::known);
      } else if (kind instanceof BasicAuth rule && spec.mode() == Mode.ENFORCE) {
        hidden = BasicAuthMeaning.hidden(rule, hidden);
        byPassword = BasicAuthMeaning.caller(rule, exchange, trust).map(trust::known);
      } else if (kind instanceof Jwt rule && spec.mode() == Mode.ENFORCE) {
        hidden = JwtMeaning.hidden(rule, hidden);
        byToken = JwtMeaning.caller(rule, exchange).or(by(byToken));
      } else if (kind instanceof OAuth2Introspection rule && spec.mode() == Mode.ENFORCE) {
        hidden = OAuth2IntrospectionMeaning.hidden(rule, hidden);
        byToken =
            OAuth2IntrospectionMeaning.caller(rule, exchange, trust, state, now)
                .map(name -> new Identity(name, List.of()))
                .or(by(byToken));
      }
    }
    return new Access(hidden, byPassword.or(by(byKey)).or(by(byToken)));
  }

  /** The name of the caller. */
  Optional<String> caller() {
    return identity.map(Identity::name);
  }

  private static Supplier<Optional<Identity>> by(Optional<Identity> caller) {
    return () -> caller;
  }
}
