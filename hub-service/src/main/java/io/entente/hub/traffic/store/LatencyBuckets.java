package io.entente.hub.traffic.store;

/**
 * Fixed logarithmic buckets for durations: the value of a bucket is within 1 % of every duration in
 * it, so a percentile read from counts is within 1 % of the exact one. The index is stored, never
 * computed in SQL, so that every store answers alike.
 */
public final class LatencyBuckets {

  /** Largest relative error of {@link #nanos}. */
  public static final double RELATIVE_ERROR = 0.01;

  private static final double GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
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

  /** The duration in nanoseconds that stands for a bucket. */
  public static double nanos(int index) {
    return index == ZERO ? 0 : 2 * Math.pow(GAMMA, index) / (GAMMA + 1);
  }
}
