package io.entente.translator.apigee.emit;

import io.entente.policy.Jwt;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import java.util.Optional;

/** VerifyJWT, which says in a variable of its own whether a token is valid. */
final class VerifyJwtPolicy {

  private static final TokenSource USUAL = new TokenSource("authorization", Scheme.BEARER);

  private VerifyJwtPolicy() {}

  /** Whether Apigee takes the token from there: only of the usual header it takes Bearer off. */
  static boolean takes(TokenSource from) {
    return from.equals(USUAL) || from.scheme() == Scheme.NONE;
  }

  /**
   * @param audience that the token must be for; empty for any
   */
  static String file(String name, Jwt rule, AlgorithmFamily family, Optional<String> audience) {
    XmlDocument policy =
        XmlDocument.judged("VerifyJWT", name).with("Algorithm", family.names(rule.jwks()));
    if (!rule.from().equals(USUAL)) {
      policy.with("Source", "request.header." + rule.from().header() + ".values.string");
    }
    policy
        .with("IgnoreUnresolvedVariables", "false")
        .with(XmlDocument.of("PublicKey").with(family.keys(rule.jwks())))
        .with("Issuer", rule.issuer());
    audience.ifPresent(wanted -> policy.with("Audience", wanted));
    policy.with("TimeAllowance", rule.clockSkew().toSeconds() + "s");
    rule.maxLifetime().ifPresent(longest -> policy.with("MaxLifespan", longest.toSeconds() + "s"));
    // of a token whose lifespan counts, the date of issue must not lie in the future
    return policy
        .with("IgnoreIssuedAt", Boolean.toString(rule.maxLifetime().isEmpty()))
        .with("IgnoreCriticalHeaders", "false")
        .file();
  }
}
