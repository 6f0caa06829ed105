package io.entente.translator.testkit;

import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.In;
import io.entente.policy.BasicAuth;
import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.ClaimRule;
import io.entente.policy.ClientIdentity;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.GatewaySecret;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Mtls;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The same rule of access with another value of one field. */
final class AccessChanges {

  private AccessChanges() {}

  /** Credentials are of one kind only, so that there is no other value of them. */
  static ApiKey of(ApiKey key, String field) {
    return new ApiKey(
        field.equals("in") ? (key.in() == In.HEADER ? In.QUERY : In.HEADER) : key.in(),
        field.equals("in") || field.equals("name") ? "other" : key.name(),
        field.equals("hideCredential") != key.hideCredential(),
        field.equals("preflight") ? other(key.preflight()) : key.preflight(),
        key.credentials());
  }

  static BasicAuth of(BasicAuth basic, String field) {
    return new BasicAuth(
        field.equals("realm") ? "other" : basic.realm(),
        field.equals("hideCredential") != basic.hideCredential(),
        field.equals("preflight") ? other(basic.preflight()) : basic.preflight(),
        basic.credentials());
  }

  static BotDetection of(BotDetection bots, String field) {
    int at = field.contains("[") ? Integer.parseInt(field.replaceAll("\\D", "")) : 0;
    OnMissing other = bots.onMissing() == OnMissing.PASS ? OnMissing.DENY : OnMissing.PASS;
    return new BotDetection(
        field.startsWith("deny") ? Changes.replaced(bots.deny(), at, "other") : bots.deny(),
        field.startsWith("allow") ? Changes.replaced(bots.allow(), at, "other") : bots.allow(),
        field.equals("onMissing") ? other : bots.onMissing());
  }

  static ConsumerAccess of(ConsumerAccess access, String field) {
    OnUnknown other = access.onUnknown() == OnUnknown.DENY ? OnUnknown.PASS : OnUnknown.DENY;
    return new ConsumerAccess(
        field.startsWith("allow") ? of(access.allow(), field) : access.allow(),
        field.startsWith("deny") ? of(access.deny(), field) : access.deny(),
        field.equals("onUnknown") ? other : access.onUnknown());
  }

  private static Callers of(Callers callers, String field) {
    int at = Integer.parseInt(field.replaceAll("\\D", ""));
    return field.contains(".consumers")
        ? new Callers(Changes.replaced(callers.consumers(), at, "other"), callers.groups())
        : new Callers(callers.consumers(), Changes.replaced(callers.groups(), at, "other"));
  }

  static Jwt of(Jwt jwt, String field) {
    String name = field.replaceAll("\\[.*", "");
    int at = field.contains("[") ? Integer.parseInt(field.replaceAll("\\D", "")) : 0;
    boolean expires = name.equals("requireExpiration") != jwt.requireExpiration();
    List<SigningAlgorithm> algorithms =
        name.equals("algorithms") ? algorithms(jwt.algorithms(), at) : jwt.algorithms();
    return new Jwt(
        name.equals("issuer") ? jwt.issuer() + "other" : jwt.issuer(),
        name.equals("audiences") ? Changes.replaced(jwt.audiences(), at, "other") : jwt.audiences(),
        name.equals("jwks")
            ? new Jwks.Url("https://other.test/jwks")
            : used(jwt.jwks(), algorithms),
        algorithms,
        name.equals("clockSkew") ? jwt.clockSkew().plusSeconds(1) : jwt.clockSkew(),
        expires,
        lifetime(jwt, name, expires),
        name.equals("claims")
            ? Changes.replaced(
                jwt.claims(), at, new ClaimRule(jwt.claims().get(at).name(), List.of("other")))
            : jwt.claims(),
        name.equals("from") ? new TokenSource("x-other", jwt.from().scheme()) : jwt.from(),
        name.equals("forward") != jwt.forward(),
        name.equals("preflight") ? other(jwt.preflight()) : jwt.preflight());
  }

  static Mtls of(Mtls rule, String field) {
    int at = field.contains("[") ? Integer.parseInt(field.replaceAll("\\D", "")) : 0;
    return new Mtls(
        field.startsWith("trusted")
            ? Changes.replaced(rule.trustedCertificates(), at, SampleCertificates.staff())
            : rule.trustedCertificates(),
        field.startsWith("identities")
            ? Changes.replaced(
                rule.identities(),
                at,
                new ClientIdentity(rule.identities().get(at).kind(), "other"))
            : rule.identities(),
        field.equals("revocation")
            ? Mtls.Revocation.values()[1 - rule.revocation().ordinal()]
            : rule.revocation());
  }

  static OAuth2Introspection of(OAuth2Introspection rule, String field) {
    String name = field.replaceAll("\\[.*", "");
    int at = field.contains("[") ? Integer.parseInt(field.replaceAll("\\D", "")) : 0;
    return new OAuth2Introspection(
        name.equals("endpoint") ? "https://other.test/introspect" : rule.endpoint(),
        name.equals("clientId") ? "other" : rule.clientId(),
        name.equals("clientSecret") ? new GatewaySecret("other") : rule.clientSecret(),
        name.equals("scopes") ? Changes.replaced(rule.scopes(), at, "other") : rule.scopes(),
        name.equals("audiences")
            ? Changes.replaced(rule.audiences(), at, "other")
            : rule.audiences(),
        name.equals("cache") ? rule.cache().plusSeconds(1) : rule.cache(),
        name.equals("forward") != rule.forward(),
        name.equals("preflight") ? other(rule.preflight()) : rule.preflight());
  }

  private static Optional<Duration> lifetime(Jwt jwt, String name, boolean expires) {
    if (!expires) {
      return Optional.empty();
    }
    return name.equals("maxLifetime")
        ? Optional.of(jwt.maxLifetime().orElse(Duration.ZERO).plusSeconds(1))
        : jwt.maxLifetime();
  }

  /** One of the same family where there is one, so that every key is still used. */
  private static List<SigningAlgorithm> algorithms(List<SigningAlgorithm> all, int at) {
    String family = all.get(at).name().substring(0, 1);
    SigningAlgorithm other =
        Arrays.stream(SigningAlgorithm.values())
            .filter(algorithm -> !all.contains(algorithm))
            .filter(algorithm -> algorithm.name().startsWith("E") == family.equals("E"))
            .findFirst()
            .orElseThrow();
    return Changes.replaced(all, at, other);
  }

  /** A curve has one algorithm only: its keys go with it. */
  private static Jwks used(Jwks jwks, List<SigningAlgorithm> algorithms) {
    if (!(jwks instanceof Jwks.Inline inline)) {
      return jwks;
    }
    List<Jwk> keys =
        inline.keys().stream()
            .filter(key -> algorithms.stream().anyMatch(algorithm -> algorithm.takes(key)))
            .toList();
    return new Jwks.Inline(keys.isEmpty() ? List.of(SampleKeys.p384("other")) : keys);
  }

  private static Preflight other(Preflight preflight) {
    return preflight == Preflight.PASS ? Preflight.CHECK : Preflight.PASS;
  }
}
