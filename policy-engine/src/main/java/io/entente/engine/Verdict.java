package io.entente.engine;

import java.time.Duration;

/** What one limit says to one request. */
sealed interface Verdict {

  /** Accepted, and counted if every other limit accepts too. */
  record Accept(Charge charge) implements Verdict {}

  /** Too many now; there is room after {@code retryAfter}. */
  record OverLimit(Duration retryAfter) implements Verdict {}

  /** No key, and the policy refuses such requests; waiting does not help. */
  record NoKey() implements Verdict {}
}
