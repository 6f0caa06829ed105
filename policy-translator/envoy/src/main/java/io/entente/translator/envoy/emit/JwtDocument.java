package io.entente.translator.envoy.emit;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource.Scheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code jwt} as {@code jwt_authn}. Providers can stand in the listener only, so routes name the
 * policy; whether preflights pass is said for a whole filter, so there are two of them.
 */
public final class JwtDocument {

  /** How long keys of an address are used before they are fetched again. */
  static final Duration CACHE = Duration.ofSeconds(300);

  private static final Duration FETCH = Duration.ofSeconds(5);
  private static final String PACKAGE = "envoy.extensions.filters.http.jwt_authn.v3.";

  private JwtDocument() {}

  /**
   * A filter of the chain with those policies that say {@code preflight}; does nothing on a route
   * that says nothing.
   *
   * @param enforced all policies of the kind that act on any route, of distinct names
   */
  public static Node inChain(List<Policy> enforced, Preflight preflight) {
    var providers = new TreeMap<String, Node>();
    var requirements = new TreeMap<String, Node>();
    for (Policy policy : enforced) {
      var rule = (Jwt) policy.spec().kind();
      if (rule.preflight() == preflight) {
        String name = policy.id().policy().value();
        providers.put(name, provider(rule));
        requirements.put(name, Proto.message("provider_name", name));
      }
    }
    Node.Obj filter =
        Proto.any(PACKAGE + "JwtAuthentication")
            .with("bypass_cors_preflight", Node.bool(preflight == Preflight.PASS));
    return providers.isEmpty()
        ? filter
        : filter
            .with("providers", Node.obj(providers))
            .with("requirement_map", Node.obj(requirements));
  }

  static Node onRoute(Policy policy) {
    return Proto.any(PACKAGE + "PerRouteConfig")
        .with("requirement_name", Node.text(policy.id().policy().value()));
  }

  /** The least that Envoy can be told: 0 stands for its own 60 s. */
  static Duration skew(Jwt rule) {
    return rule.clockSkew().isZero() ? Duration.ofSeconds(1) : rule.clockSkew();
  }

  private static Node provider(Jwt rule) {
    Node.Obj provider =
        Proto.message("issuer", rule.issuer())
            .with("clock_skew_seconds", Node.number(skew(rule).toSeconds()))
            .with("require_expiration", Node.bool(rule.requireExpiration()))
            .with("forward", Node.bool(rule.forward()))
            .with("from_headers", Proto.list(source(rule)))
            .with("payload_in_metadata", Node.text(JwtRules.PAYLOAD))
            .with("header_in_metadata", Node.text(JwtRules.HEADER));
    if (rule.maxLifetime().isPresent()) {
      provider = provider.with("max_lifetime", Proto.duration(rule.maxLifetime().get()));
    }
    return rule.jwks() instanceof Jwks.Url url
        ? provider.with("remote_jwks", remote(url))
        : provider.with("local_jwks", Proto.message("inline_string", text(rule)));
  }

  private static Node source(Jwt rule) {
    Node.Obj source = Proto.message("name", rule.from().header());
    return rule.from().scheme() == Scheme.BEARER
        ? source.with("value_prefix", Node.text("Bearer "))
        : source;
  }

  private static Node remote(Jwks.Url url) {
    return Proto.message(
            "http_uri",
            Proto.message("uri", url.url())
                .with("cluster", Node.text(cluster(url)))
                .with("timeout", Proto.duration(FETCH)))
        .with("cache_duration", Proto.duration(CACHE))
        .with("async_fetch", Proto.message("fast_listener", Node.bool(false)));
  }

  /** Name of the cluster that the keys of an address come from. */
  public static String cluster(Jwks.Url url) {
    return "jwks." + url.host() + "." + url.port();
  }

  /**
   * The keys, each once for every algorithm that it may be used with: Envoy has no list of
   * algorithms, but keeps to the one a key says.
   */
  private static String text(Jwt rule) {
    var keys = new ArrayList<Node>();
    for (Jwk key : ((Jwks.Inline) rule.jwks()).keys()) {
      for (SigningAlgorithm algorithm : rule.algorithms()) {
        if (algorithm.takes(key)) {
          keys.add(key.tree().with("alg", Node.text(algorithm.name())));
        }
      }
    }
    return CanonicalText.of(Proto.message("keys", Node.arr(keys)));
  }
}
