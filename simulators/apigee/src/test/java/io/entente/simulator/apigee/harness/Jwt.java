package io.entente.simulator.apigee.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Signs claims with the key of a service account. */
public final class Jwt {

  private Jwt() {}

  /** The claims Google's clients send. */
  public static ObjectNode claims(JsonNode key, Instant now) {
    return Json.object()
        .put("iss", key.path("client_email").asText())
        .put("aud", key.path("token_uri").asText())
        .put("scope", "https://www.googleapis.com/auth/cloud-platform")
        .put("iat", now.getEpochSecond())
        .put("exp", now.getEpochSecond() + 3600);
  }

  public static String sign(JsonNode key, JsonNode claims) {
    String head = part(Json.object().put("alg", "RS256").put("typ", "JWT"));
    String signed = head + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey(key.path("private_key").asText()));
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static String part(JsonNode node) {
    return encode(Json.write(node, false));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
