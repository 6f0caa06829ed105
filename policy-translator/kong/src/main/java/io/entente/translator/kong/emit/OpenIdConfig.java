package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.ClaimRule;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import java.util.List;

/**
 * The configuration of openid-connect as a verifier of tokens and nothing else: by default it is
 * eight other things too.
 */
public final class OpenIdConfig {

  /** Claims that can be asked for, each of any name: more there are not. */
  public static final List<String> RULES = List.of("scopes", "roles", "groups");

  /** Where the upstream finds a token that goes on to it. */
  public static final String AS_IT_CAME = "authorization:bearer";

  private OpenIdConfig() {}

  static Node.Obj of(Jwt rule, Jwks.Url keys) {
    Node.Obj config =
        Doc.of("issuer", rule.issuer())
            // The address of keys is known: nothing is to be discovered at the issuer.
            .with("using_pseudo_issuer", Node.bool(true))
            .with("extra_jwks_uris", Doc.texts(List.of(keys.url())))
            .with("issuers_allowed", Doc.texts(List.of(rule.issuer())))
            .with("auth_methods", Doc.texts(List.of("bearer")))
            .with("bearer_token_param_type", Doc.texts(List.of("header")))
            .with("bearer_token_header_name", Node.text(rule.from().header()))
            .with("verify_signature", Node.bool(true))
            .with("verify_claims", Node.bool(true))
            .with("ignore_signature", Doc.texts(List.of()))
            .with("enable_hs_signatures", Node.bool(false))
            .with("introspect_jwt_tokens", Node.bool(false))
            .with("search_user_info", Node.bool(false))
            .with("display_errors", Node.bool(false))
            .with("ssl_verify", Node.bool(true))
            .with("leeway", Node.number(rule.clockSkew().toSeconds()))
            .with("hide_credentials", Node.bool(!rule.forward()))
            .with(
                "upstream_access_token_header",
                rule.forward() ? Node.text(AS_IT_CAME) : Node.nothing())
            .with("run_on_preflight", Node.bool(rule.preflight() == Preflight.CHECK));
    if (!rule.audiences().isEmpty()) {
      config =
          config
              .with("audience_claim", Doc.texts(List.of("aud")))
              .with("audience_required", Doc.texts(rule.audiences()));
    }
    for (int i = 0; i < Math.min(RULES.size(), rule.claims().size()); i++) {
      ClaimRule claim = rule.claims().get(i);
      config =
          config
              .with(RULES.get(i) + "_claim", Doc.texts(List.of(claim.name())))
              .with(RULES.get(i) + "_required", Doc.texts(claim.values()));
    }
    return config;
  }
}
