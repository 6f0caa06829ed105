package io.entente.translator.testkit;

import io.entente.policy.CircuitBreaker;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.policy.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Policies about the upstream, from a seed. */
public final class RandomUpstream {

  private RandomUpstream() {}

  /**
   * @param which 0 timeout, 1 retry, 2 circuitBreaker, 3 concurrencyLimit
   */
  public static PolicyKind kind(int which, Random random) {
    return switch (which) {
      case 0 -> timeout(random);
      case 1 -> retry(random);
      case 2 ->
          new CircuitBreaker(
              1 + random.nextInt(20),
              CircuitBreaker.Failures.values()[random.nextInt(2)],
              Duration.ofSeconds(1 + random.nextInt(120)));
      default -> new ConcurrencyLimit(1 + random.nextInt(5_000));
    };
  }

  public static Timeout timeout(Random random) {
    int which = 1 + random.nextInt(7);
    return new Timeout(
        (which & 1) == 0 ? Optional.empty() : Optional.of(length(random)),
        (which & 2) == 0 ? Optional.empty() : Optional.of(length(random)),
        (which & 4) == 0 ? Optional.empty() : Optional.of(length(random)));
  }

  public static Retry retry(Random random) {
    List<On> on =
        List.of(
                List.of(On.CONNECT_FAILURE),
                List.of(On.CONNECT_FAILURE, On.REFUSED_STREAM),
                List.of(On.RESET),
                List.of(On.CONNECT_FAILURE, On.RESET))
            .get(random.nextInt(4));
    return new Retry(
        1 + random.nextInt(9),
        on,
        List.of(503, 502, 429).subList(0, random.nextInt(4)),
        on.contains(On.RESET) && random.nextBoolean()
            ? Optional.of(length(random))
            : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(Duration.ofMillis(1 + random.nextInt(500)))
            : Optional.empty(),
        List.of("GET", "HEAD", "PUT", "POST").subList(0, 1 + random.nextInt(4)));
  }

  private static Duration length(Random random) {
    return Duration.ofMillis(
        random.nextBoolean() ? 1 + random.nextInt(4_999) : 6_000 + 1_000L * random.nextInt(600));
  }
}
