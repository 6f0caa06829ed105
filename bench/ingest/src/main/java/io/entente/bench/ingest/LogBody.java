package io.entente.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of a delivery, made once and sent often: its ids are overwritten before each delivery,
 * so that no two deliveries have one in common, and its times, which lie in the second before. For
 * one thread.
 */
final class LogBody {

  private static final byte[] BEFORE_ID = "\"request\":{\"id\":\"".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BEFORE_TIME = "\"started_at\":".getBytes(StandardCharsets.UTF_8);
  private static final int STAMPED = 16;
  private static final int TIME_DIGITS = 13;
  private static final int SECOND = 1000;

  private final byte[] bytes;
  private final int[] ids;
  private final int[] times;

  LogBody(byte[] bytes) {
    this.bytes = bytes;
    this.ids = after(bytes, BEFORE_ID);
    this.times = after(bytes, BEFORE_TIME);
  }

  private static int[] after(byte[] bytes, byte[] mark) {
    int[] found = new int[16];
    int count = 0;
    for (int i = 0; i + mark.length < bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + mark.length;
      }
    }
    return Arrays.copyOf(found, count);
  }

  int entries() {
    return ids.length;
  }

  /** The body with the ids of this delivery, of now; the same array each time. */
  byte[] stamped(long delivery) {
    byte[] digits =
        String.format("%0" + STAMPED + "x", delivery).getBytes(StandardCharsets.US_ASCII);
    for (int at : ids) {
      System.arraycopy(digits, 0, bytes, at, STAMPED);
    }
    long now = System.currentTimeMillis();
    for (int i = 0; i < times.length; i++) {
      long time = now - (long) i * SECOND / times.length;
      for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
        bytes[times[i] + digit] = (byte) ('0' + time % 10);
        time /= 10;
      }
    }
    return bytes;
  }
}
