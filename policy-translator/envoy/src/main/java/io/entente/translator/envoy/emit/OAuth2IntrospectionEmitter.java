package io.entente.translator.envoy.emit;

import io.entente.policy.Policy;
import java.util.List;

/**
 * {@code oauth2Introspection} as nothing: Envoy's filter oauth2 signs browsers in with cookies, and
 * jwt_authn verifies without asking; whether a token still counts only ext_authz could ask.
 */
public final class OAuth2IntrospectionEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "oauth2Introspection";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return CalloutOnly.refused(
        policies,
        place,
        "no-introspection",
        "0 tokens are asked for on each of %d nodes: no filter of Envoy asks an issuer whether a token still counts, and no service runs that ext_authz could ask"
            .formatted(place.nodes()),
        "Use jwt where the tokens are signed, or enforce the policy on Apigee or Kong Enterprise.");
  }
}
