package io.entente.policy;

import io.entente.model.tree.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public key of an elliptic curve.
 *
 * @param kid its name in the set
 * @param alg the only algorithm it is for; empty when it is for all of its curve
 * @param crv the curve
 * @param x of the point, in base64url, of the curve's full length
 * @param y of the point, likewise
 */
public record EcJwk(
    String kid, Optional<SigningAlgorithm> alg, EllipticCurve crv, String x, String y)
    implements Jwk {

  /** A coordinate of any of the curves, in the syntax RE2, ECMA and Java share. */
  public static final String COORDINATE_PATTERN =
      "[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{64}|[A-Za-z0-9_-]{88}";

  private static final Pattern COORDINATE = Pattern.compile(COORDINATE_PATTERN);

  public EcJwk {
    JwkNames.require(kid, alg, crv.text());
    if (!COORDINATE.matcher(x).matches()
        || !COORDINATE.matcher(y).matches()
        || x.length() != crv.characters()
        || y.length() != crv.characters()
        || !crv.has(JwkNames.number(x), JwkNames.number(y))) {
      throw new IllegalArgumentException("key '" + kid + "' is no point of " + crv.text());
    }
  }

  @Override
  public String family() {
    return crv.text();
  }

  @Override
  public Node.Obj tree() {
    return JwkNames.tree(this, "EC")
        .with("crv", Node.text(crv.text()))
        .with("x", Node.text(x))
        .with("y", Node.text(y));
  }
}
