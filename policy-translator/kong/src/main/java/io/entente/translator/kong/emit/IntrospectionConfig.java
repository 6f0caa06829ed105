package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import java.util.List;
import java.util.Optional;

/** The configuration of openid-connect as one that asks for tokens and does nothing else. */
public final class IntrospectionConfig {

  /** How long an issuer may take to answer, in milliseconds. */
  static final int PATIENCE = 5_000;

  private static final String VAULT = "{vault://env/";

  private IntrospectionConfig() {}

  static Node.Obj of(OAuth2Introspection rule) {
    boolean kept = !rule.cache().isZero();
    Node seconds = kept ? Node.number(rule.cache().toSeconds()) : Node.nothing();
    Node.Obj config =
        // Nothing is to be discovered: the endpoint is known, and stands for the issuer.
        Doc.of("issuer", rule.endpoint())
            .with("using_pseudo_issuer", Node.bool(true))
            .with("introspection_endpoint", Node.text(rule.endpoint()))
            .with("introspection_endpoint_auth_method", Node.text("client_secret_basic"))
            .with("client_id", Doc.texts(List.of(rule.clientId())))
            .with("client_secret", Doc.texts(List.of(secret(rule))))
            .with("introspection_accept", Node.text("application/json"))
            .with("introspection_hint", Node.text("access_token"))
            .with("introspection_token_param_name", Node.text("token"))
            .with("introspection_check_active", Node.bool(true))
            .with("introspect_jwt_tokens", Node.bool(true))
            // Whether it is signed is the issuer's matter, who is asked.
            .with("ignore_signature", Doc.texts(List.of("introspection")))
            .with("verify_claims", Node.bool(true))
            .with("auth_methods", Doc.texts(List.of("introspection")))
            .with("bearer_token_param_type", Doc.texts(List.of("header")))
            .with("bearer_token_header_name", Node.text("authorization"))
            .with("cache_introspection", Node.bool(kept))
            .with("cache_ttl", seconds)
            .with("cache_ttl_max", seconds)
            .with("cluster_cache_strategy", Node.text("off"))
            .with("search_user_info", Node.bool(false))
            .with("display_errors", Node.bool(false))
            .with("ssl_verify", Node.bool(true))
            .with("timeout", Node.number(PATIENCE))
            .with("leeway", Node.number(0))
            .with("hide_credentials", Node.bool(!rule.forward()))
            .with(
                "upstream_access_token_header",
                rule.forward() ? Node.text(OpenIdConfig.AS_IT_CAME) : Node.nothing())
            .with("run_on_preflight", Node.bool(rule.preflight() == Preflight.CHECK));
    if (!rule.scopes().isEmpty()) {
      config =
          config
              .with("scopes_claim", Doc.texts(List.of("scope")))
              // One text of several words: all of them; several texts would be any of them.
              .with("scopes_required", Doc.texts(List.of(String.join(" ", rule.scopes()))));
    }
    if (!rule.audiences().isEmpty()) {
      config =
          config
              .with("audience_claim", Doc.texts(List.of("aud")))
              .with("audience_required", Doc.texts(rule.audiences()));
    }
    return config;
  }

  /** A reference that Kong resolves; what it leads to is in no document of ours. */
  static String secret(OAuth2Introspection rule) {
    return VAULT + rule.clientSecret().name() + "}";
  }

  /** Under which name the nodes hold a secret; empty where it is no such reference. */
  public static Optional<String> secretName(Node secret) {
    return secret instanceof Node.Value value
            && value.value() instanceof Scalar.Text text
            && text.value().startsWith(VAULT)
            && text.value().endsWith("}")
        ? Optional.of(text.value().substring(VAULT.length(), text.value().length() - 1))
        : Optional.empty();
  }
}
