package io.entente.simulator.kong.proxy.behaviour;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens the recordings leave out. */
final class Tokens {

  private Tokens() {}

  /** For a request by its name: good, expired, or signed with another secret. */
  static String bearer(String name) {
    long now = System.currentTimeMillis() / 1000;
    long exp = name.contains("expired") ? now - 100 : now + 3600;
    String secret = name.contains("bad-signature") ? "wrong" : "alice-secret";
    String signed =
        base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
            + "."
            + base64("{\"iss\":\"alice-iss\",\"exp\":" + exp + "}");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "Bearer "
          + signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
