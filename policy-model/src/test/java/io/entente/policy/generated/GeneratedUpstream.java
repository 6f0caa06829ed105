package io.entente.policy.generated;

import io.entente.policy.CircuitBreaker;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random valid policies about the upstream. */
final class GeneratedUpstream {

  private final Random random;

  GeneratedUpstream(Random random) {
    this.random = random;
  }

  PolicyKind kind() {
    return switch (random.nextInt(4)) {
      case 0 -> timeout();
      case 1 -> retry();
      case 2 ->
          new CircuitBreaker(
              1 + random.nextInt(1_000),
              CircuitBreaker.Failures.values()[random.nextInt(2)],
              Duration.ofSeconds(1 + random.nextInt(3_600)));
      default -> new ConcurrencyLimit(1 + random.nextInt(1_000_000));
    };
  }

  private Timeout timeout() {
    int which = 1 + random.nextInt(7);
    return new Timeout(
        (which & 1) == 0 ? Optional.empty() : Optional.of(length()),
        (which & 2) == 0 ? Optional.empty() : Optional.of(length()),
        (which & 4) == 0 ? Optional.empty() : Optional.of(length()));
  }

  private Retry retry() {
    boolean reset = random.nextBoolean();
    return new Retry(
        1 + random.nextInt(10),
        reset ? List.of(Retry.On.values()) : List.of(Retry.On.CONNECT_FAILURE),
        List.of(502, 503, 429).subList(0, random.nextInt(4)),
        reset && random.nextBoolean() ? Optional.of(length()) : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(Duration.ofMillis(1 + random.nextInt(60_000)))
            : Optional.empty(),
        List.of("GET", "HEAD", "POST").subList(0, 1 + random.nextInt(3)));
  }

  private Duration length() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ofMillis(1 + random.nextInt(3_600_000));
      case 1 -> Duration.ofSeconds(1 + random.nextInt(3_600));
      case 2 -> Duration.ofMinutes(1 + random.nextInt(60));
      default -> Timeout.LONGEST;
    };
  }
}
