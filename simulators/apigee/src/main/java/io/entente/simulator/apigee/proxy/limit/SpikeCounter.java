package io.entente.simulator.apigee.proxy.limit;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts for SpikeArrest, in microseconds. Any thread. */
public final class SpikeCounter {

  private record Counted(long at, long weight) {}

  private final Deque<Counted> counted = new ArrayDeque<>();
  private long used;
  private long freeAt = Long.MIN_VALUE;

  /** One message an interval: a bucket that holds a single token. */
  public synchronized boolean smooth(long now, long rate, long period, long weight) {
    if (now < freeAt) {
      return false;
    }
    freeAt = now + weight * (period / rate);
    return true;
  }

  /** Up to the rate in any period that ends now. */
  public synchronized boolean sliding(long now, long rate, long period, long weight) {
    while (!counted.isEmpty() && counted.getFirst().at() <= now - period) {
      used -= counted.removeFirst().weight();
    }
    if (used + weight > rate) {
      return false;
    }
    if (weight > 0) {
      used += weight;
      counted.addLast(new Counted(now, weight));
    }
    return true;
  }

  /** Weight in the sliding window as last looked at. */
  public synchronized long used() {
    return used;
  }
}
