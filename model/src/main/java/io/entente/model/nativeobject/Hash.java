package io.entente.model.nativeobject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of a canonical form, hex. */
public record Hash(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Hash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("hash '" + hex + "' is not 64 hexadecimal digits");
    }
  }

  public static Hash ofText(String text) {
    return ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Hash ofBytes(byte[] bytes) {
    try {
      return new Hash(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
