package io.entente.simulator.kong.proxy.plugin;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks token signatures. */
final class JwtSignature {

  private static final Set<String> ALGORITHMS =
      Set.of(
          "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256",
          "PS384", "PS512", "EdDSA");

  private JwtSignature() {}

  static boolean knows(String algorithm) {
    return ALGORITHMS.contains(algorithm);
  }

  static boolean valid(JwtToken token, String algorithm, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA" + algorithm.substring(2));
      mac.init(new SecretKeySpec(secret, "HMAC"));
      return MessageDigest.isEqual(mac.doFinal(token.signed()), token.signature());
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return false;
    }
  }

  static boolean valid(JwtToken token, String algorithm, String publicKeyPem) {
    try {
      Signature check = signature(algorithm);
      check.initVerify(key(algorithm, publicKeyPem));
      check.update(token.signed());
      return check.verify(token.signature());
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return false;
    }
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    String bits = algorithm.substring(2);
    if (algorithm.startsWith("RS")) {
      return Signature.getInstance("SHA" + bits + "withRSA");
    }
    if (algorithm.startsWith("ES")) {
      return Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
    }
    if (algorithm.startsWith("PS")) {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      int salt = Integer.parseInt(bits) / 8;
      pss.setParameter(
          new PSSParameterSpec(
              "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), salt, 1));
      return pss;
    }
    return Signature.getInstance("Ed25519");
  }

  private static PublicKey key(String algorithm, String pem) throws GeneralSecurityException {
    String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    String kind = algorithm.startsWith("ES") ? "EC" : algorithm.equals("EdDSA") ? "Ed25519" : "RSA";
    return KeyFactory.getInstance(kind)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
  }
}
