package io.entente.engine;

import io.entente.policy.SpikeArrest;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * Every accepted request books the flow for {@code per / rate}; bookings may run ahead of the clock
 * by {@code burst - 1} of these. Refused requests book nothing. Exact: time is counted in parts of
 * a nanosecond, as many as the rate says, so that nothing is rounded.
 */
final class SpikeArrestMeaning {

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  private SpikeArrestMeaning() {}

  static Verdict judge(SpikeArrest arrest, CounterKey key, State state, Instant now) {
    BigInteger rate = BigInteger.valueOf(arrest.rate());
    BigInteger interval = BigInteger.valueOf(arrest.per().length().toNanos());
    BigInteger at = nanos(now).multiply(rate);
    BigInteger booked = state.booked(key).map(charge -> charge.max(at)).orElse(at);
    BigInteger ahead = interval.multiply(BigInteger.valueOf(arrest.burst() - 1L));
    BigInteger wait = booked.subtract(ahead).subtract(at);
    if (wait.signum() > 0) {
      return new Verdict.OverLimit(Duration.ofNanos(rounded(wait, rate).longValueExact()));
    }
    BigInteger next = booked.add(interval);
    BigInteger[] until = rounded(next, rate).divideAndRemainder(NANOS);
    return new Verdict.Accept(
        new Charge.Spread(
            key, next, Instant.ofEpochSecond(until[0].longValueExact(), until[1].intValue())));
  }

  private static BigInteger nanos(Instant instant) {
    return BigInteger.valueOf(instant.getEpochSecond())
        .multiply(NANOS)
        .add(BigInteger.valueOf(instant.getNano()));
  }

  private static BigInteger rounded(BigInteger parts, BigInteger rate) {
    return parts.add(rate).subtract(BigInteger.ONE).divide(rate);
  }
}
