package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.EcJwk;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.RsaJwk;
import io.entente.policy.SigningAlgorithm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a provider, guessed; a set that our emitter wrote holds nothing but flat texts. */
final class JwksReader {

  private static final Pattern KEY = Pattern.compile("\\{(\"[^{}\\[\\]]*\")\\}");
  private static final Pattern MEMBER = Pattern.compile("\"([a-z]{1,8})\":\"([^\"\\\\]*)\"");

  private JwksReader() {}

  /**
   * @throws IllegalArgumentException no jwt says them
   */
  static Jwks of(Node.Obj provider) {
    Optional<String> uri = Trees.text(provider, "remote_jwks", "http_uri", "uri");
    return uri.isPresent()
        ? new Jwks.Url(uri.get())
        : new Jwks.Inline(keys(Trees.text(provider, "local_jwks", "inline_string").orElse("")));
  }

  private static List<Jwk> keys(String text) {
    var algorithms = new LinkedHashMap<String, Integer>();
    var keys = new LinkedHashMap<String, Map<String, String>>();
    Matcher key = KEY.matcher(text);
    while (key.find()) {
      Map<String, String> members = members(key.group(1));
      String kid = members.getOrDefault("kid", "");
      keys.putIfAbsent(kid, members);
      algorithms.merge(kid, 1, Integer::sum);
    }
    return keys.entrySet().stream()
        .map(each -> key(each.getValue(), algorithms.getOrDefault(each.getKey(), 0) == 1))
        .toList();
  }

  /** A key that stands there once for each of several algorithms is for all of its family. */
  private static Jwk key(Map<String, String> members, boolean once) {
    Optional<SigningAlgorithm> algorithm =
        Optional.ofNullable(members.get("alg")).filter(alg -> once).map(SigningAlgorithm::valueOf);
    String kid = members.getOrDefault("kid", "");
    if ("RSA".equals(members.get("kty"))) {
      return new RsaJwk(
          kid, algorithm, members.getOrDefault("n", ""), members.getOrDefault("e", ""));
    }
    EllipticCurve curve =
        Arrays.stream(EllipticCurve.values())
            .filter(known -> known.text().equals(members.get("crv")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("key '" + kid + "' has no curve"));
    return new EcJwk(
        kid, algorithm, curve, members.getOrDefault("x", ""), members.getOrDefault("y", ""));
  }

  private static Map<String, String> members(String text) {
    var members = new TreeMap<String, String>();
    Matcher member = MEMBER.matcher(text);
    while (member.find()) {
      members.put(member.group(1), member.group(2));
    }
    return members;
  }
}
