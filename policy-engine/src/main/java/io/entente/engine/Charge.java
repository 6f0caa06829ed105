package io.entente.engine;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** How an accepted request counts against one limit. */
sealed interface Charge {

  CounterKey key();

  /** As one more in a sliding window. */
  record Sliding(CounterKey key, Duration window) implements Charge {}

  /**
   * As the time until which the flow is booked.
   *
   * @param booked in parts of a nanosecond, as many as the rate says
   * @param until the same, rounded up
   */
  record Spread(CounterKey key, BigInteger booked, Instant until) implements Charge {}

  /** As one more in a calendar period. */
  record Periodic(CounterKey key, Instant end) implements Charge {}
}
