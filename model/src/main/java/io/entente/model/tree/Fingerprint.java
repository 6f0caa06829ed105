package io.entente.model.tree;

import java.util.regex.Pattern;

/** A keyed hash (HMAC-SHA-256, hex) of a secret: tells whether it changed, not what it is. */
public record Fingerprint(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Fingerprint {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("fingerprint is not 64 hexadecimal digits");
    }
  }
}
