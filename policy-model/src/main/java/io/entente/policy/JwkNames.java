package io.entente.policy;

import io.entente.model.tree.Node;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What all keys of a set have in common. */
final class JwkNames {

  private static final Pattern KID = Pattern.compile(Jwks.KID_PATTERN);

  private JwkNames() {}

  static void require(String kid, Optional<SigningAlgorithm> alg, String family) {
    if (!KID.matcher(kid).matches()) {
      throw new IllegalArgumentException(
          "kid '" + kid + "' is not visible ASCII without \" and \\, at most 128 characters");
    }
    if (alg.isPresent() && !alg.get().family().equals(family)) {
      throw new IllegalArgumentException(
          "key '" + kid + "' of " + family + " cannot be for " + alg.get());
    }
  }

  static Node.Obj tree(Jwk key, String kty) {
    Node.Obj tree =
        Node.obj(
            Map.of("kty", Node.text(kty), "kid", Node.text(key.kid()), "use", Node.text("sig")));
    return key.alg().map(alg -> tree.with("alg", Node.text(alg.name()))).orElse(tree);
  }

  static BigInteger number(String base64url) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
  }
}
