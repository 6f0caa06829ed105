package io.entente.translator.envoy;

import static io.entente.translator.testkit.TokenIssuer.claims;

import io.entente.model.tree.Node;
import io.entente.policy.ClaimRule;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.envoy.EnvoyProbes.Probe;
import io.entente.translator.testkit.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Policies about tokens, and the tokens that tell one from what is a little different. */
final class TokenProbes {

  /** Further from any bound than the probes take. */
  private static final long AWAY = 60;

  private static final long LIFE = 3_600;
  private static final TokenIssuer RSA = TokenIssuer.rsa("r");
  private static final TokenIssuer EC = TokenIssuer.ec("e", EllipticCurve.P_256);
  private static final TokenIssuer STRANGER = TokenIssuer.ec("e", EllipticCurve.P_256);
  private static final List<String> PREFLIGHT =
      List.of("origin", "https://a.test", "access-control-request-method", "PUT");

  private TokenProbes() {}

  static Jwt policy(Random random) {
    boolean expires = random.nextInt(4) > 0;
    return new Jwt(
        "iss",
        List.of("orders", "bills").subList(0, random.nextInt(3)),
        new Jwks.Inline(List.of(RSA.key(), EC.key())),
        List.of(SigningAlgorithm.ES256, SigningAlgorithm.RS256),
        Duration.ofSeconds(300L * random.nextInt(2)),
        expires,
        expires && random.nextBoolean() ? Optional.of(Duration.ofSeconds(LIFE)) : Optional.empty(),
        List.of(
                new ClaimRule("scope", List.of("read", "write")),
                new ClaimRule("https://a.test/x.y", List.of("gold")))
            .subList(0, random.nextInt(3)),
        random.nextBoolean()
            ? new TokenSource("authorization", Scheme.BEARER)
            : new TokenSource("x-token", Scheme.NONE),
        random.nextBoolean(),
        Preflight.values()[random.nextInt(2)]);
  }

  static List<Probe> of(Jwt rule) {
    long now = Instant.now().getEpochSecond();
    long skew = rule.clockSkew().toSeconds();
    long within = skew == 0 ? -AWAY : skew / 2;
    var tokens = new ArrayList<String>();
    for (var changes :
        List.<Object[]>of(
            new Object[] {},
            new Object[] {"iss", "other"},
            new Object[] {"iss", "is"},
            new Object[] {"iss", "izs"},
            new Object[] {"iss", "zss"},
            new Object[] {"iss", "isz"},
            new Object[] {"aud", "bills"},
            new Object[] {"aud", List.of("x", "orders")},
            new Object[] {"aud", List.of("x", "bills")},
            new Object[] {"aud", List.of("x")},
            new Object[] {"aud", "others"},
            new Object[] {"exp", now - skew - AWAY},
            new Object[] {"exp", now - 2 * skew + AWAY},
            new Object[] {"exp", now - within},
            new Object[] {"exp", now + LIFE - AWAY, "iat", now},
            new Object[] {"exp", now + LIFE + AWAY, "iat", now},
            new Object[] {"exp", now + 3 * LIFE, "iat", now},
            new Object[] {"nbf", now + skew + AWAY},
            new Object[] {"nbf", now + within},
            new Object[] {"nbf", now - AWAY},
            new Object[] {"scope", "write"},
            new Object[] {"scope", "writ"},
            new Object[] {"scope", List.of("x", "read")},
            new Object[] {"scope", List.of("x", "write")},
            new Object[] {"scope", List.of("x")},
            new Object[] {"https://a.test/x.y", List.of("gold")},
            new Object[] {"https://a.test/x.y", "silver"})) {
      tokens.add(EC.sign(SigningAlgorithm.ES256, with(now, changes)));
    }
    for (String dropped : List.of("iss", "aud", "exp", "scope", "https://a.test/x.y")) {
      var claims = with(now);
      claims.remove(dropped);
      tokens.add(EC.sign(SigningAlgorithm.ES256, claims));
    }
    Map<String, Node> good = with(now);
    for (SigningAlgorithm algorithm :
        List.of(
            SigningAlgorithm.RS256,
            SigningAlgorithm.RS384,
            SigningAlgorithm.RS512,
            SigningAlgorithm.PS256)) {
      tokens.add(RSA.sign(algorithm, good));
    }
    tokens.add(EC.sign(SigningAlgorithm.ES256, Map.of(), good));
    tokens.add(RSA.sign(SigningAlgorithm.RS256, Map.of(), good));
    tokens.add(EC.sign(SigningAlgorithm.ES256, Map.of("kid", Node.text("nobody")), good));
    String critical =
        EC.sign(
            SigningAlgorithm.ES256,
            Map.of("kid", Node.text("e"), "crit", Node.arr(List.of(Node.text("x")))),
            good);
    tokens.add(critical);
    tokens.add(STRANGER.sign(SigningAlgorithm.ES256, good));
    tokens.add("no.token");
    var probes = new ArrayList<Probe>();
    boolean bearer = rule.from().scheme() == Scheme.BEARER;
    String before = bearer ? "Bearer " : "";
    for (String token : tokens) {
      probes.add(probe("GET", List.of(rule.from().header(), before + token)));
    }
    String token = tokens.get(0);
    probes.add(probe("GET", List.of()));
    probes.add(probe("GET", List.of("authorization", "Basic " + token)));
    probes.add(probe("GET", List.of("authorization", token)));
    probes.add(probe("GET", List.of("authorization", "Bearer " + token)));
    probes.add(probe("GET", List.of("x-token", token)));
    probes.add(probe("GET", List.of("x-token", "Bearer " + token)));
    probes.add(new Probe("198.51.100.1", "GET", List.of(), 0, false, "?access_token=" + token));
    // well signed, and refused by a rule about what it says
    String other = before + critical;
    for (String method : List.of("OPTIONS", "GET")) {
      for (List<String> asked :
          List.of(PREFLIGHT, PREFLIGHT.subList(0, 2), PREFLIGHT.subList(2, 4))) {
        probes.add(probe(method, asked));
        for (String value : List.of(before + tokens.get(1), other)) {
          var both = new ArrayList<>(asked);
          both.addAll(List.of(rule.from().header(), value));
          probes.add(probe(method, both));
        }
      }
    }
    return probes;
  }

  private static Probe probe(String method, List<String> headers) {
    return new Probe("198.51.100.1", method, headers, 0, false);
  }

  /** Claims that please every rule, with these instead of some. */
  private static TreeMap<String, Node> with(long now, Object... changes) {
    var all =
        new TreeMap<String, Node>(
            claims(
                "iss",
                "iss",
                "sub",
                "alice",
                "aud",
                "orders",
                "exp",
                now + 600,
                "iat",
                now - AWAY,
                "scope",
                "read",
                "https://a.test/x.y",
                "gold"));
    all.putAll(claims(changes));
    return all;
  }
}
