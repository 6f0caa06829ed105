package io.entente.hub.traffic.store;

/**
 * Fixed logarithmic buckets for durations, stored with every event as an index, never computed from
 * a duration in SQL, so that every store answers alike. Questions join two neighbours to one wide
 * bucket: its value is within 2 % of every duration in it, so a percentile read from counts is
 * within 2 % of the exact one, and there are half as many counts.
 */
public final class LatencyBuckets {

  /** Largest relative error of {@link #nanos}. */
  public static final double RELATIVE_ERROR = 0.02;

  /** The wide bucket of an event, in SQL. */
  static final String WIDE =
      "CASE WHEN latency_bucket < 0 THEN -1 ELSE intDiv(latency_bucket + 1, 2) END";

  private static final double NARROW_ERROR = 0.01;
  private static final double GAMMA = (1 + NARROW_ERROR) / (1 - NARROW_ERROR);
  private static final double WIDE_GAMMA = GAMMA * GAMMA;
  private static final double LOG_GAMMA = Math.log(GAMMA);
  private static final short ZERO = -1;

  private LatencyBuckets() {}

  /** The bucket of a duration in nanoseconds, ascending with it; -1 for nothing at all. */
  public static short index(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("duration of " + nanos + " ns is < 0");
    }
    return nanos == 0 ? ZERO : (short) Math.ceil(Math.log(nanos) / LOG_GAMMA);
  }

  /** The wide bucket of a stored one. */
  public static int wide(int index) {
    return index < 0 ? ZERO : (index + 1) / 2;
  }

  /** Throws {@link IllegalArgumentException} when no duration is in the wide bucket. */
  static void require(int wide) {
    if (wide < ZERO || wide > wide(index(Long.MAX_VALUE))) {
      throw new IllegalArgumentException("bucket " + wide + " of latency holds no duration");
    }
  }

  /** A stored bucket that is in a wide one. */
  static short narrow(int wide) {
    return wide < 0 ? ZERO : (short) (2 * wide);
  }

  /** The duration in nanoseconds that stands for a wide bucket. */
  public static double nanos(int wide) {
    return wide < 0 ? 0 : 2 * Math.pow(WIDE_GAMMA, wide) / (WIDE_GAMMA + 1);
  }
}
