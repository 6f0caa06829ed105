package io.entente.policy;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** A curve of NIST, as JSON Web Keys name it. */
public enum EllipticCurve {
  P_256("P-256", "secp256r1", 43),
  P_384("P-384", "secp384r1", 64),
  P_521("P-521", "secp521r1", 88);

  private final String text;
  private final int characters;
  private final ECParameterSpec parameters;

  EllipticCurve(String text, String standardName, int characters) {
    this.text = text;
    this.characters = characters;
    this.parameters = parameters(standardName);
  }

  /** As keys write it, for example {@code P-256}. */
  public String text() {
    return text;
  }

  /** The curve itself. */
  public ECParameterSpec parameters() {
    return parameters;
  }

  /** How long a coordinate is in base64url. */
  int characters() {
    return characters;
  }

  /** Whether a point is on the curve. */
  boolean has(BigInteger x, BigInteger y) {
    var curve = parameters.getCurve();
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
    return x.compareTo(p) < 0
        && y.compareTo(p) < 0
        && y.pow(2).subtract(right).mod(p).signum() == 0;
  }

  private static ECParameterSpec parameters(String standardName) {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(standardName));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java does not know the curve " + standardName, e);
    }
  }
}
