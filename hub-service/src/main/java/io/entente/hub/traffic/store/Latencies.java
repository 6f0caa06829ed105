package io.entente.hub.traffic.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** How many requests fell into each wide bucket of latency, and how that is kept in a column. */
final class Latencies {

  // The bucket of no duration at all is -1.
  private static final int FIRST = -1;
  private static final int BUCKETS =
      LatencyBuckets.wide(LatencyBuckets.index(Long.MAX_VALUE)) - FIRST + 1;
  private static final int SEVEN_BITS = 0x7f;

  private final long[] counts = new long[BUCKETS];
  private int low = BUCKETS;
  private int high = -1;
  private long total;

  void add(int bucket, long requests) {
    int at = bucket - FIRST;
    counts[at] += requests;
    low = Math.min(low, at);
    high = Math.max(high, at);
    total += requests;
  }

  void add(Latencies other) {
    for (int at = other.low; at <= other.high; at++) {
      if (other.counts[at] > 0) {
        add(at + FIRST, other.counts[at]);
      }
    }
  }

  /** Adds what {@link #bytes} made. */
  void add(byte[] bytes) {
    int bucket = FIRST - 1;
    boolean distance = true;
    long number = 0;
    int shift = 0;
    for (byte part : bytes) {
      number |= (long) (part & SEVEN_BITS) << shift;
      shift += 7;
      if (part < 0) {
        continue;
      }
      if (distance) {
        bucket += (int) number;
      } else {
        add(bucket, number);
      }
      distance = !distance;
      number = 0;
      shift = 0;
    }
  }

  /**
   * Each bucket that holds a request, ascending: its distance from the one before, and its
   * requests; seven bits a byte, the lowest first, all but the last byte of a number marked.
   */
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    int last = -1;
    for (int at = low; at <= high; at++) {
      if (counts[at] > 0) {
        write(bytes, at - last);
        write(bytes, counts[at]);
        last = at;
      }
    }
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream bytes, long number) {
    long left = number;
    for (; left > SEVEN_BITS; left >>>= 7) {
      bytes.write((int) (left & SEVEN_BITS) | SEVEN_BITS + 1);
    }
    bytes.write((int) left);
  }

  /** The lowest bucket that holds, with those below it, {@code percent} of all requests. */
  int rank(int percent) {
    long upto = 0;
    for (int at = low; at <= high; at++) {
      upto += counts[at];
      if (upto * 100 >= total * percent) {
        return at + FIRST;
      }
    }
    throw new IllegalStateException("no request has a rank");
  }

  void clear() {
    if (high >= 0) {
      Arrays.fill(counts, low, high + 1, 0);
    }
    low = BUCKETS;
    high = -1;
    total = 0;
  }
}
