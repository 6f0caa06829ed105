package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.policy.SpikeArrest.Per;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A token bucket: {@code most} tokens, and {@code fill} more every {@code interval}, evenly.
 *
 * @param nanos the interval
 */
record Bucket(long most, long fill, long nanos) {

  private static final long SECOND = 1_000_000_000;
  private static final BigDecimal NANOS = BigDecimal.valueOf(SECOND);

  static Optional<Bucket> of(Node bucket) {
    Optional<Long> most = Trees.whole(bucket, "max_tokens").filter(n -> n > 0);
    long fill = Trees.whole(bucket, "tokens_per_fill").orElse(1L);
    Optional<Long> nanos = Trees.text(bucket, "fill_interval").flatMap(Bucket::nanos);
    return most.isPresent() && nanos.isPresent() && fill > 0
        ? Optional.of(new Bucket(most.get(), fill, nanos.get()))
        : Optional.empty();
  }

  /** In a form that is equal where the same requests are let through. */
  Node reduced() {
    BigInteger common = BigInteger.valueOf(fill).gcd(BigInteger.valueOf(nanos));
    return Node.obj(
        Map.of(
            "most", Node.number(most),
            "fill", Node.number(fill / common.longValue()),
            "nanos", Node.number(nanos / common.longValue())));
  }

  /** As a limit in a window, where the window has whole seconds. */
  Optional<PolicyKind> rateLimit(LimitKey key, OnMissingKey missing) {
    BigInteger[] window = product(most, nanos).divideAndRemainder(BigInteger.valueOf(fill));
    BigInteger[] seconds = window[0].divideAndRemainder(BigInteger.valueOf(SECOND));
    if (window[1].signum() != 0 || seconds[1].signum() != 0 || seconds[0].bitLength() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RateLimit(most, Duration.ofSeconds(seconds[0].longValue()), key, missing));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As a rate, where there is a whole number of requests in a second or a minute. */
  Optional<PolicyKind> spikeArrest(LimitKey key, OnMissingKey missing) {
    return nanos == 60 * SECOND
        ? spikeArrest(Per.MINUTE, key, missing)
        : spikeArrest(Per.SECOND, key, missing).or(() -> spikeArrest(Per.MINUTE, key, missing));
  }

  private Optional<PolicyKind> spikeArrest(Per per, LimitKey key, OnMissingKey missing) {
    BigInteger[] rate =
        product(fill, per.length().toNanos()).divideAndRemainder(BigInteger.valueOf(nanos));
    if (rate[1].signum() != 0 || rate[0].bitLength() > 31 || most > SpikeArrest.LARGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SpikeArrest(rate[0].intValueExact(), per, (int) most, key, missing));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  private static Optional<Long> nanos(String text) {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?s")) {
      return Optional.empty();
    }
    long nanos =
        new BigDecimal(text.substring(0, text.length() - 1)).multiply(NANOS).longValueExact();
    return Optional.of(nanos).filter(n -> n > 0);
  }
}
