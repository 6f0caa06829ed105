package io.entente.translator.kong.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.ClaimRule;
import io.entente.policy.GatewaySecret;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.translator.kong.emit.IntrospectionConfig;
import io.entente.translator.kong.emit.OpenIdConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the settings of openid-connect say of tokens. */
final class OpenIdTokens {

  private static final String UPSTREAM = "upstream_access_token_header";

  private OpenIdTokens() {}

  /** A token that is verified. No algorithm can be named, so that all of them count. */
  static Jwt verified(Config config) {
    if (!config.flag("using_pseudo_issuer")) {
      throw new NotSaid("it asks its issuer where the keys are, and a policy names their address");
    }
    return new Jwt(
        config.text("issuer").orElseThrow(() -> new NotSaid("it names no issuer")),
        audiences(config),
        new Jwks.Url(one(config, "extra_jwks_uris", "addresses of keys")),
        List.of(SigningAlgorithm.values()),
        Duration.ofSeconds(config.whole("leeway").orElse(0L)),
        false,
        Optional.empty(),
        claims(config),
        new TokenSource("authorization", TokenSource.Scheme.BEARER),
        forwards(config),
        preflight(config));
  }

  /** A token that its issuer is asked for. */
  static OAuth2Introspection askedFor(Config config) {
    boolean kept = config.flag("cache_introspection");
    return new OAuth2Introspection(
        config
            .text("introspection_endpoint")
            .orElseThrow(() -> new NotSaid("it asks its issuer where to ask")),
        one(config, "client_id", "clients"),
        secret(config),
        scopes(config),
        audiences(config),
        Duration.ofSeconds(kept ? config.whole("cache_ttl").orElse(0L) : 0),
        forwards(config),
        preflight(config));
  }

  /** Whether the upstream sees the token, in whichever way. */
  static boolean forwards(Config config) {
    Optional<String> header = config.text(UPSTREAM);
    if (header.filter(text -> !text.equals(OpenIdConfig.AS_IT_CAME)).isPresent()) {
      throw new NotSaid("it hands the token to the upstream in another header than it came in");
    }
    return header.isPresent() || !config.flag("hide_credentials");
  }

  private static Preflight preflight(Config config) {
    return config.flag("run_on_preflight") ? Preflight.CHECK : Preflight.PASS;
  }

  private static List<String> audiences(Config config) {
    return config.texts("audience_required");
  }

  private static List<ClaimRule> claims(Config config) {
    var claims = new ArrayList<ClaimRule>();
    for (String rule : OpenIdConfig.RULES) {
      List<String> values = config.texts(rule + "_required");
      if (!values.isEmpty()) {
        if (values.stream().anyMatch(value -> value.contains(" "))) {
          throw new NotSaid("it demands several values of one claim, and a policy any of them");
        }
        claims.add(
            new ClaimRule(one(config, rule + "_claim", "steps to the claim of " + rule), values));
      }
    }
    return claims;
  }

  /** All of them: the words of one text. */
  private static List<String> scopes(Config config) {
    List<String> texts = config.texts("scopes_required");
    if (texts.size() > 1) {
      throw new NotSaid("it demands any of several scopes, and a policy all of them");
    }
    return texts.isEmpty() ? List.of() : List.of(texts.get(0).split(" "));
  }

  /** By its name only: one that is written in the settings stays there. */
  private static GatewaySecret secret(Config config) {
    return config
        .at("client_secret")
        .filter(node -> node instanceof Node.Arr list && list.items().size() == 1)
        .flatMap(node -> IntrospectionConfig.secretName(((Node.Arr) node).items().get(0)))
        .map(GatewaySecret::new)
        .orElseThrow(
            () ->
                new NotSaid(
                    "its secret is not one that the nodes have in their environment by a name"));
  }

  private static String one(Config config, String field, String what) {
    List<String> values = config.texts(field);
    if (values.size() != 1) {
      throw new NotSaid("it names %d %s, and a policy one".formatted(values.size(), what));
    }
    return values.get(0);
  }
}
