package io.entente.policy;

import java.time.Duration;

/**
 * At most {@code requests} in any {@code window} per key; more are answered 429.
 *
 * @param requests 1 to 1,000,000,000
 * @param window 1 s to 366 days, whole seconds
 * @param key what is counted apart
 * @param onMissingKey what happens to a request that has no key
 */
public record RateLimit(long requests, Duration window, LimitKey key, OnMissingKey onMissingKey)
    implements PolicyKind {

  private static final Duration LONGEST = Duration.ofDays(366);

  public RateLimit {
    if (requests < 1 || requests > 1_000_000_000) {
      throw new IllegalArgumentException("requests " + requests + " is not in 1..1000000000");
    }
    if (window.compareTo(Duration.ofSeconds(1)) < 0
        || window.compareTo(LONGEST) > 0
        || window.getNano() != 0) {
      throw new IllegalArgumentException(
          "window " + window + " is not a whole number of seconds in 1s..366d");
    }
  }

  @Override
  public String kindName() {
    return "rateLimit";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }
}
