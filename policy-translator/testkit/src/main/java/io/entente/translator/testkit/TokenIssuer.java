package io.entente.translator.testkit;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.policy.EcJwk;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwk;
import io.entente.policy.RsaJwk;
import io.entente.policy.SigningAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Signs tokens with keys of its own, by Java alone: no code in common with what verifies them. */
public final class TokenIssuer {

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private static final Map<EllipticCurve, String> CURVES =
      Map.of(
          EllipticCurve.P_256, "secp256r1",
          EllipticCurve.P_384, "secp384r1",
          EllipticCurve.P_521, "secp521r1");

  private final KeyPair pair;
  private final Jwk key;

  private TokenIssuer(KeyPair pair, Jwk key) {
    this.pair = pair;
    this.key = key;
  }

  public static TokenIssuer rsa(String kid) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      KeyPair pair = generator.generateKeyPair();
      var open = (RSAPublicKey) pair.getPublic();
      return new TokenIssuer(
          pair,
          new RsaJwk(
              kid,
              Optional.empty(),
              text(open.getModulus(), 256),
              text(open.getPublicExponent(), 3)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static TokenIssuer ec(String kid, EllipticCurve curve) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVES.get(curve)));
      KeyPair pair = generator.generateKeyPair();
      var open = (ECPublicKey) pair.getPublic();
      int bytes = (open.getParams().getCurve().getField().getFieldSize() + 7) / 8;
      return new TokenIssuer(
          pair,
          new EcJwk(
              kid,
              Optional.empty(),
              curve,
              text(open.getW().getAffineX(), bytes),
              text(open.getW().getAffineY(), bytes)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What verifies its tokens. */
  public Jwk key() {
    return key;
  }

  /** A token that names the key. */
  public String sign(SigningAlgorithm algorithm, Map<String, Node> claims) {
    return sign(algorithm, Map.of("kid", Node.text(key.kid())), claims);
  }

  /**
   * @param header besides {@code alg}
   */
  public String sign(
      SigningAlgorithm algorithm, Map<String, Node> header, Map<String, Node> claims) {
    Node.Obj whole = Node.obj(header).with("alg", Node.text(algorithm.name()));
    String content = part(whole) + "." + part(Node.obj(claims));
    try {
      Signature signature = signature(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + TEXT.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Claims by name. */
  public static Map<String, Node> claims(Object... namesAndValues) {
    var claims = new TreeMap<String, Node>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      claims.put((String) namesAndValues[i], node(namesAndValues[i + 1]));
    }
    return claims;
  }

  private static Node node(Object value) {
    if (value instanceof Number number) {
      return Node.number(number.longValue());
    }
    return value instanceof List<?> list
        ? Node.arr(list.stream().map(TokenIssuer::node).toList())
        : Node.text((String) value);
  }

  private static Signature signature(SigningAlgorithm algorithm) throws GeneralSecurityException {
    int bits = Integer.parseInt(algorithm.name().substring(2));
    if (algorithm.name().startsWith("RS")) {
      return Signature.getInstance("SHA" + bits + "withRSA");
    }
    if (algorithm.name().startsWith("ES")) {
      return Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
    }
    Signature pss = Signature.getInstance("RSASSA-PSS");
    String hash = "SHA-" + bits;
    pss.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, 1));
    return pss;
  }

  private static String part(Node node) {
    return TEXT.encodeToString(JsonTree.write(node).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(BigInteger number, int bytes) {
    byte[] raw = number.toByteArray();
    byte[] whole = new byte[bytes];
    int used = Math.min(raw.length, bytes);
    System.arraycopy(raw, raw.length - used, whole, bytes - used, used);
    return TEXT.encodeToString(whole);
  }
}
