package io.entente.simulator.apigee.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** An issuer with one key, {@code k1}. */
final class Tokens {

  private final KeyPair pair;

  Tokens() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The key set of this issuer. */
  String keys() {
    var key = (RSAPublicKey) pair.getPublic();
    ObjectNode set = Json.object();
    set.putArray("keys")
        .addObject()
        .put("kty", "RSA")
        .put("kid", "k1")
        .put("n", number(key.getModulus()))
        .put("e", number(key.getPublicExponent()));
    return new String(Json.write(set, false), StandardCharsets.UTF_8);
  }

  /** Signed with RS256. */
  String sign(JsonNode claims) {
    String signed = part(Json.object().put("alg", "RS256").put("kid", "k1")) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return encode(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String part(JsonNode node) {
    return encode(Json.write(node, false));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
