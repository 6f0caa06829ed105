package io.entente.model.nativeobject;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of one file, immutable. {@link Content.Files} names files by the hash of such bytes.
 * Equal by content.
 */
public final class Blob {
  private final byte[] bytes;
  private final Hash hash;

  private Blob(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Hash.ofBytes(bytes);
  }

  public static Blob of(byte[] bytes) {
    return new Blob(bytes.clone());
  }

  public static Blob ofText(String text) {
    return new Blob(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  public Hash hash() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob && blob.hash.equals(hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "blob " + hash + " of " + bytes.length + " bytes";
  }
}
