package io.entente.policy;

import io.entente.model.tree.Node;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public key of RSA.
 *
 * @param kid its name in the set
 * @param alg the only algorithm it is for; empty when it is for all of RSA
 * @param n modulus in base64url, 2,048 to 8,192 bits
 * @param e exponent in base64url, odd and above 2
 */
public record RsaJwk(String kid, Optional<SigningAlgorithm> alg, String n, String e)
    implements Jwk {

  /** A modulus, in the syntax RE2, ECMA and Java share. */
  public static final String MODULUS_PATTERN = "(?:[A-Za-z0-9_-]{4}){85,341}[A-Za-z0-9_-]{2,3}";

  /** An exponent, in the syntax RE2, ECMA and Java share. */
  public static final String EXPONENT_PATTERN = "[A-Za-z0-9_-]{2,4}";

  private static final Pattern MODULUS = Pattern.compile(MODULUS_PATTERN);
  private static final Pattern EXPONENT = Pattern.compile(EXPONENT_PATTERN);

  public RsaJwk {
    JwkNames.require(kid, alg, "RSA");
    if (!MODULUS.matcher(n).matches() || !EXPONENT.matcher(e).matches()) {
      throw new IllegalArgumentException("key '" + kid + "' has no modulus and exponent");
    }
    int bits = JwkNames.number(n).bitLength();
    if (bits < 2_048 || bits > 8_192) {
      throw new IllegalArgumentException("key '" + kid + "' has " + bits + " bits, not 2048..8192");
    }
    BigInteger exponent = JwkNames.number(e);
    if (!exponent.testBit(0) || exponent.compareTo(BigInteger.TWO) <= 0) {
      throw new IllegalArgumentException(
          "key '" + kid + "' has the exponent " + exponent + ", not an odd number above 2");
    }
  }

  @Override
  public String family() {
    return "RSA";
  }

  @Override
  public Node.Obj tree() {
    return JwkNames.tree(this, "RSA").with("n", Node.text(n)).with("e", Node.text(e));
  }
}
