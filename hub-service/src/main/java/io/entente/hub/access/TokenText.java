package io.entente.hub.access;

import io.entente.model.nativeobject.Hash;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens and their hashes. A token holds 256 random bits, so a plain hash protects it. */
final class TokenText {

  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenText() {}

  static String generate() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return "ent_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static String hash(String token) {
    return Hash.ofText(token).hex();
  }
}
