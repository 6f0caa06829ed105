package io.entente.simulator.kong.proxy.wire;

import java.nio.charset.StandardCharsets;

/** Between configuration text (UTF-8) and wire text, where one character stands for one byte. */
public final class Wire {

  private Wire() {}

  /** Wire text whose bytes are the UTF-8 form of {@code text}. */
  public static String of(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  public static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  public static byte[] bytes(String wire) {
    return wire.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The text behind wire text; bytes that are not UTF-8 become the replacement character. */
  public static String text(String wire) {
    return new String(bytes(wire), StandardCharsets.UTF_8);
  }
}
