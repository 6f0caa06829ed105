package io.entente.policy;

/**
 * How a token is signed (RFC 7518), with a pair of keys. Signatures with a shared secret are left
 * out: every gateway that could verify one could also make one.
 */
public enum SigningAlgorithm {
  RS256("RSA"),
  RS384("RSA"),
  RS512("RSA"),
  PS256("RSA"),
  PS384("RSA"),
  PS512("RSA"),
  ES256("P-256"),
  ES384("P-384"),
  ES512("P-521");

  private final String family;

  SigningAlgorithm(String family) {
    this.family = family;
  }

  /** Whether a key can verify what was signed so. */
  public boolean takes(Jwk key) {
    return family.equals(key.family()) && key.alg().map(this::equals).orElse(true);
  }

  String family() {
    return family;
  }
}
