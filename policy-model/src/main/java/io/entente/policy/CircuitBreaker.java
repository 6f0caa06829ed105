package io.entente.policy;

import java.time.Duration;

/**
 * An endpoint of the upstream that failed several times in a row gets no requests of the route for
 * a time; while no endpoint may get any, requests are answered 503.
 *
 * @param consecutiveFailures how many attempts must fail in a row, 1 to 1,000
 * @param failures which answers are failures; no answer always is one
 * @param openFor how long, 1 s to 1 h in whole seconds; then the endpoint is counted anew
 */
public record CircuitBreaker(int consecutiveFailures, Failures failures, Duration openFor)
    implements PolicyKind {

  /** The most failures in a row. */
  public static final int MOST_FAILURES = 1_000;

  /** The longest openFor. */
  public static final Duration LONGEST = Duration.ofHours(1);

  public CircuitBreaker {
    if (consecutiveFailures < 1 || consecutiveFailures > MOST_FAILURES) {
      throw new IllegalArgumentException(
          "consecutiveFailures " + consecutiveFailures + " is not in 1.." + MOST_FAILURES);
    }
    if (openFor.compareTo(Duration.ofSeconds(1)) < 0
        || openFor.compareTo(LONGEST) > 0
        || openFor.getNano() != 0) {
      throw new IllegalArgumentException(
          "openFor " + openFor + " is not a whole number of seconds in PT1S.." + LONGEST);
    }
  }

  @Override
  public String kindName() {
    return "circuitBreaker";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  /** Which answers are failures. */
  public enum Failures {
    /** 502, 503 and 504: the upstream is not there or not able. */
    GATEWAY_ERRORS,
    /** 500 to 599. */
    SERVER_ERRORS;

    public boolean has(int status) {
      return this == SERVER_ERRORS
          ? status >= 500 && status <= 599
          : status >= 502 && status <= 504;
    }
  }
}
