package io.entente.simulator.apigee.proxy.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Whether a key of a set made a signature: RS, PS and ES of 256, 384 and 512 bits. */
public final class Signatures {

  private static final int BITS_OF_BYTE = 8;

  private Signatures() {}

  public static void check(SignedToken token, KeySet keys) throws BadToken {
    String algorithm = token.headerText("alg");
    JsonNode key = keys.key(token.headerText("kid"), algorithm);
    try {
      Signature signature = of(algorithm);
      signature.initVerify(open(key, algorithm));
      signature.update(token.signed().getBytes(StandardCharsets.US_ASCII));
      if (!signature.verify(token.signature())) {
        throw new BadToken("InvalidToken");
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new BadToken("InvalidToken");
    }
  }

  private static Signature of(String algorithm) throws GeneralSecurityException {
    String hash = "SHA-" + algorithm.substring(2);
    switch (algorithm.substring(0, 2)) {
      case "RS" -> {
        return Signature.getInstance(hash.replace("-", "") + "withRSA");
      }
      case "ES" -> {
        return Signature.getInstance(hash.replace("-", "") + "withECDSAinP1363Format");
      }
      default -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        int salt = Integer.parseInt(algorithm.substring(2)) / BITS_OF_BYTE;
        pss.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
        return pss;
      }
    }
  }

  private static PublicKey open(JsonNode key, String algorithm)
      throws GeneralSecurityException, BadToken {
    boolean curve = algorithm.startsWith("ES");
    if (!key.path("kty").asText().equals(curve ? "EC" : "RSA")) {
      throw new BadToken("WrongKeyType");
    }
    if (!curve) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve(key.path("crv").asText())));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(number(key, "x"), number(key, "y")),
                parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static String curve(String name) {
    return "secp" + name.replace("P-", "") + "r1";
  }

  private static BigInteger number(JsonNode key, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
  }
}
