package io.entente.translator.testkit;

import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.policy.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Other values of kinds about the upstream. */
final class UpstreamChanges {

  private UpstreamChanges() {}

  static PolicyKind of(PolicyKind kind, String field) {
    if (kind instanceof Timeout timeout) {
      return new Timeout(
          longer(timeout.connect(), field.equals("connect")),
          longer(timeout.request(), field.equals("request")),
          longer(timeout.idle(), field.equals("idle")));
    }
    if (kind instanceof Retry retry) {
      return of(retry, field);
    }
    if (kind instanceof CircuitBreaker breaker) {
      Failures other =
          breaker.failures() == Failures.SERVER_ERRORS
              ? Failures.GATEWAY_ERRORS
              : Failures.SERVER_ERRORS;
      return new CircuitBreaker(
          breaker.consecutiveFailures() + (field.equals("consecutiveFailures") ? 1 : 0),
          field.equals("failures") ? other : breaker.failures(),
          breaker.openFor().plusSeconds(field.equals("openFor") ? 1 : 0));
    }
    return new ConcurrencyLimit(((ConcurrencyLimit) kind).requests() + 1);
  }

  private static Retry of(Retry retry, String field) {
    int at = field.contains("[") ? Integer.parseInt(field.replaceAll("\\D", "")) : 0;
    String name = field.replaceAll("\\[.*", "");
    // what has a time of its own keeps the end that needs it
    List<On> on =
        !name.equals("on")
            ? retry.on()
            : retry.on().get(at) == On.RESET
                ? Changes.replaced(retry.on(), at, On.REFUSED_STREAM)
                : Changes.replaced(retry.on(), at, other(retry.on()));
    return new Retry(
        retry.attempts() + (name.equals("attempts") ? 1 : 0),
        on,
        name.equals("statuses") ? Changes.replaced(retry.statuses(), at, 404) : retry.statuses(),
        on.contains(On.RESET)
            ? longer(retry.perTryTimeout(), name.equals("perTryTimeout"))
            : Optional.empty(),
        longer(retry.backoff(), name.equals("backoff")),
        name.equals("methods") ? Changes.replaced(retry.methods(), at, "DELETE") : retry.methods());
  }

  /** One that is not there yet. */
  private static On other(List<On> on) {
    for (On each : On.values()) {
      if (!on.contains(each)) {
        return each;
      }
    }
    throw new IllegalArgumentException("all of " + on + " are there");
  }

  private static Optional<Duration> longer(Optional<Duration> time, boolean change) {
    return change ? time.map(value -> value.plusMillis(1)) : time;
  }
}
