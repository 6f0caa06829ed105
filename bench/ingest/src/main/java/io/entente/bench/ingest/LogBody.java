package io.entente.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of a delivery, made once and sent often: its ids are overwritten before each delivery,
 * so that no two deliveries have one in common. For one thread.
 */
final class LogBody {

  private static final byte[] BEFORE_ID = "\"request\":{\"id\":\"".getBytes(StandardCharsets.UTF_8);
  private static final int STAMPED = 16;

  private final byte[] bytes;
  private final int[] ids;

  LogBody(byte[] bytes) {
    this.bytes = bytes;
    int[] found = new int[16];
    int count = 0;
    for (int i = 0; i + BEFORE_ID.length < bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + BEFORE_ID.length, BEFORE_ID, 0, BEFORE_ID.length)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + BEFORE_ID.length;
      }
    }
    this.ids = Arrays.copyOf(found, count);
  }

  int entries() {
    return ids.length;
  }

  /** The body with the ids of this delivery; the same array each time. */
  byte[] stamped(long delivery) {
    byte[] digits =
        String.format("%0" + STAMPED + "x", delivery).getBytes(StandardCharsets.US_ASCII);
    for (int at : ids) {
      System.arraycopy(digits, 0, bytes, at, STAMPED);
    }
    return bytes;
  }
}
