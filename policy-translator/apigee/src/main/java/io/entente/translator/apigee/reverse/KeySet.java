package io.entente.translator.apigee.reverse;

import io.entente.policy.EcJwk;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwk;
import io.entente.policy.RsaJwk;
import io.entente.policy.SigningAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a JSON Web Key Set of which every key is flat and every value plain text. */
final class KeySet {

  private static final Pattern PAIR =
      Pattern.compile("\\s*\"([A-Za-z0-9_]+)\"\\s*:\\s*\"([^\"\\\\]*)\"\\s*");
  private static final Pattern SET =
      Pattern.compile("\\s*\\{\\s*\"keys\"\\s*:\\s*\\[(?<keys>[^\\[\\]]*)\\]\\s*\\}\\s*");
  private static final Pattern KEY = Pattern.compile("\\s*\\{(?<pairs>[^{}]*)\\}\\s*");
  private static final Set<String> KNOWN =
      Set.of("kty", "kid", "alg", "use", "n", "e", "crv", "x", "y");

  private KeySet() {}

  static List<Jwk> read(String text) throws Unsaid {
    Matcher set = SET.matcher(text);
    if (!set.matches()) {
      throw new Unsaid("has a key set that is not plain");
    }
    var keys = new ArrayList<Jwk>();
    for (String part : set.group("keys").split("(?<=\\})\\s*,", -1)) {
      Matcher key = KEY.matcher(part);
      if (!key.matches()) {
        throw new Unsaid("has a key that is not plain");
      }
      try {
        keys.add(key(pairs(key.group("pairs"))));
      } catch (IllegalArgumentException e) {
        throw new Unsaid("has a key that no policy may have: " + e.getMessage());
      }
    }
    return keys;
  }

  private static Map<String, String> pairs(String text) throws Unsaid {
    var pairs = new TreeMap<String, String>();
    for (String part : text.split(",(?=\\s*\"[A-Za-z0-9_]+\"\\s*:)", -1)) {
      Matcher pair = PAIR.matcher(part);
      if (!pair.matches()
          || !KNOWN.contains(pair.group(1))
          || pairs.put(pair.group(1), pair.group(2)) != null) {
        throw new Unsaid("has a key with a part that no policy says");
      }
    }
    return pairs;
  }

  private static Jwk key(Map<String, String> pairs) throws Unsaid {
    String kid = pairs.getOrDefault("kid", "");
    Optional<SigningAlgorithm> alg =
        Optional.ofNullable(pairs.get("alg")).map(SigningAlgorithm::valueOf);
    if (!pairs.getOrDefault("use", "sig").equals("sig")) {
      throw new Unsaid("has a key that is not for signatures");
    }
    return switch (pairs.getOrDefault("kty", "")) {
      case "RSA" -> new RsaJwk(kid, alg, pairs.getOrDefault("n", ""), pairs.getOrDefault("e", ""));
      case "EC" ->
          new EcJwk(
              kid,
              alg,
              curve(pairs.getOrDefault("crv", "")),
              pairs.getOrDefault("x", ""),
              pairs.getOrDefault("y", ""));
      default -> throw new Unsaid("has a key of another kind than RSA and EC");
    };
  }

  private static EllipticCurve curve(String text) {
    return Arrays.stream(EllipticCurve.values())
        .filter(curve -> curve.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("curve '" + text + "' is not known"));
  }
}
