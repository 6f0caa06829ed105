package io.entente.simulator.kong.proxy.upstream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The 32-bit xxHash with seed zero. */
final class XxHash32 {

  private static final int P1 = 0x9E3779B1;
  private static final int P2 = 0x85EBCA77;
  private static final int P3 = 0xC2B2AE3D;
  private static final int P4 = 0x27D4EB2F;
  private static final int P5 = 0x165667B1;

  private XxHash32() {}

  /** The hash as an unsigned number. */
  static long of(String wire) {
    byte[] bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int hash;
    if (bytes.length >= 16) {
      int[] lanes = {P1, P2, 0, -P1};
      lanes[0] += P2;
      while (in.remaining() >= 16) {
        for (int i = 0; i < 4; i++) {
          lanes[i] = Integer.rotateLeft(lanes[i] + in.getInt() * P2, 13) * P1;
        }
      }
      hash =
          Integer.rotateLeft(lanes[0], 1)
              + Integer.rotateLeft(lanes[1], 7)
              + Integer.rotateLeft(lanes[2], 12)
              + Integer.rotateLeft(lanes[3], 18);
    } else {
      hash = P5;
    }
    hash += bytes.length;
    while (in.remaining() >= 4) {
      hash = Integer.rotateLeft(hash + in.getInt() * P3, 17) * P4;
    }
    while (in.hasRemaining()) {
      hash = Integer.rotateLeft(hash + (in.get() & 0xFF) * P5, 11) * P1;
    }
    hash = (hash ^ (hash >>> 15)) * P2;
    hash = (hash ^ (hash >>> 13)) * P3;
    return Integer.toUnsignedLong(hash ^ (hash >>> 16));
  }
}
