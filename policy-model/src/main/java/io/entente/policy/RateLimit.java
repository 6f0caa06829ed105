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
public record RateLimit(long requests, Duration window, Key key, OnMissingKey onMissingKey)
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

  /** What is counted apart. */
  public sealed interface Key {

    /** One count for all callers of the route. */
    record Route() implements Key {}

    /** One count per client address. */
    record ClientIp() implements Key {}

    /** One count per value of a request header; lower-case name. */
    record Header(String name) implements Key {
      public Header {
        HeaderName.require(name);
      }
    }
  }

  /** What happens to a request without the key. */
  public enum OnMissingKey {
    /** Refused with 429, as if over the limit. */
    DENY,
    /** Counted by client address. */
    IP,
    /** All such requests share one count. */
    SHARED
  }
}
