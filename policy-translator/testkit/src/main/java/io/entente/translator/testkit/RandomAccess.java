package io.entente.translator.testkit;

import io.entente.policy.ApiKey;
import io.entente.policy.BasicAuth;
import io.entente.policy.CaCertificate;
import io.entente.policy.ClaimRule;
import io.entente.policy.ClientIdentity;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.GatewaySecret;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Mtls;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Policies of access, from a seed. */
public final class RandomAccess {

  private RandomAccess() {}

  public static ApiKey apiKey(Random random) {
    boolean header = random.nextBoolean();
    return new ApiKey(
        header ? ApiKey.In.HEADER : ApiKey.In.QUERY,
        any(random, header ? List.of("x-api-key", "x-app") : List.of("apiKey", "key")),
        random.nextBoolean(),
        any(random, List.of(Preflight.values())),
        ApiKey.Credentials.VENDOR);
  }

  public static BasicAuth basicAuth(Random random) {
    return new BasicAuth(
        any(random, List.of("api", "our area", "x/y.z")),
        random.nextBoolean(),
        any(random, List.of(Preflight.values())),
        ApiKey.Credentials.VENDOR);
  }

  public static Jwt jwt(Random random) {
    boolean expires = random.nextInt(4) > 0;
    boolean inline = random.nextBoolean();
    return new Jwt(
        "https://issuer-" + random.nextInt(3) + ".test/",
        List.of("orders", "https://api.test").subList(0, random.nextInt(3)),
        inline ? keys(random) : new Jwks.Url("https://issuer.test/jwks-" + random.nextInt(3)),
        inline ? List.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256) : algorithms(random),
        Duration.ofSeconds(any(random, List.of(0, 1, 60))),
        expires,
        expires && random.nextBoolean()
            ? Optional.of(Duration.ofSeconds(1 + random.nextInt(86_400)))
            : Optional.empty(),
        List.of(
                new ClaimRule("scope", List.of("orders.read")),
                new ClaimRule("roles", List.of("admin", "partner " + random.nextInt(3))))
            .subList(0, random.nextInt(3)),
        any(
            random,
            List.of(
                new TokenSource("authorization", Scheme.BEARER),
                new TokenSource("x-token", Scheme.NONE))),
        random.nextBoolean(),
        any(random, List.of(Preflight.values())));
  }

  public static OAuth2Introspection introspection(Random random) {
    return new OAuth2Introspection(
        "https://issuer.test/introspect-" + random.nextInt(3),
        "edge-" + random.nextInt(3),
        new GatewaySecret("secret-" + random.nextInt(3)),
        List.of("orders.read", "orders:write").subList(0, random.nextInt(3)),
        List.of("orders", "https://api.test").subList(0, random.nextInt(3)),
        Duration.ofSeconds(any(random, List.of(0, 1, 30))),
        random.nextBoolean(),
        any(random, List.of(Preflight.values())));
  }

  /** A third of them of groups that are allowed, a third of groups that are denied. */
  public static ConsumerAccess consumerAccess(Random random) {
    int which = random.nextInt(3);
    var allow =
        which == 1
            ? Callers.NOBODY
            : new Callers(
                which == 0 ? List.of() : some(random, "alice", "bob", "app 7"),
                some(random, "gold", "staff"));
    var deny =
        which == 0
            ? Callers.NOBODY
            : new Callers(
                which == 1 ? List.of() : some(random, "carol", "x@y.test"),
                some(random, "left", "trial/1"));
    return new ConsumerAccess(
        which == 0 && allow.isNobody() ? new Callers(List.of(), List.of("gold")) : allow,
        which > 0 && deny.isNobody() ? new Callers(List.of(), List.of("left")) : deny,
        random.nextInt(3) == 0 ? OnUnknown.PASS : OnUnknown.DENY);
  }

  /** Half of them for any client, a quarter for some common names. */
  public static Mtls mtls(Random random) {
    List<CaCertificate> authorities =
        List.of(SampleCertificates.partners(), SampleCertificates.devices());
    var identities =
        List.of(
                new ClientIdentity(ClientIdentity.Kind.SUBJECT_CN, "shop " + random.nextInt(3)),
                new ClientIdentity(
                    any(random, List.of(ClientIdentity.Kind.values())), "spiffe://example/shop"))
            .subList(0, random.nextBoolean() ? 0 : 1 + random.nextInt(2));
    return new Mtls(
        any(random, List.of(authorities, authorities.subList(0, 1), authorities.subList(1, 2))),
        identities,
        any(random, List.of(Mtls.Revocation.values())));
  }

  private static List<String> some(Random random, String... names) {
    return List.of(names).subList(0, random.nextInt(names.length + 1));
  }

  private static Jwks keys(Random random) {
    return new Jwks.Inline(
        List.of(
                SampleKeys.rsa("rsa-" + random.nextInt(3), Optional.empty()),
                SampleKeys.p256("ec-" + random.nextInt(3)))
            .subList(0, 1 + random.nextInt(2)));
  }

  private static List<SigningAlgorithm> algorithms(Random random) {
    SigningAlgorithm[] all = SigningAlgorithm.values();
    SigningAlgorithm first = all[random.nextInt(all.length)];
    SigningAlgorithm second = all[random.nextInt(all.length)];
    return first == second ? List.of(first) : List.of(first, second);
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
