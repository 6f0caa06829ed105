package io.entente.engine.upstream;

import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import java.time.Duration;
import java.util.Optional;

/**
 * How one attempt ends, were there nothing but the attempt.
 *
 * @param end when its answer begins or it is clear that none will; empty for never
 * @param status of its answer, or of ours where there is none
 * @param failure how it ended without an answer
 * @param rule what ended it
 */
record Attempt(Optional<Duration> end, int status, Optional<On> failure, String rule) {

  private static final String UPSTREAM = "upstream";

  static Attempt of(Doing doing, Rules rules) {
    if (doing instanceof Doing.Unreachable unreachable) {
      return connecting(unreachable.refused(), rules);
    }
    Duration connected =
        doing instanceof Doing.Mute mute ? mute.connected() : ((Doing.Answers) doing).connected();
    if (rules.connect().filter(most -> connected.compareTo(most) > 0).isPresent()) {
      return connecting(Optional.empty(), rules);
    }
    Optional<Duration> next =
        doing instanceof Doing.Mute mute
            ? mute.ended()
            : Optional.of(((Doing.Answers) doing).head());
    Optional<Duration> most = rules.retry().flatMap(Retry::perTryTimeout);
    if (most.isPresent() && next.filter(time -> time.compareTo(most.get()) <= 0).isEmpty()) {
      return new Attempt(
          most.map(connected::plus), 504, Optional.of(On.RESET), "retry.perTryTimeout");
    }
    if (doing instanceof Doing.Answers answers) {
      return new Attempt(next.map(connected::plus), answers.status(), Optional.empty(), UPSTREAM);
    }
    On how = ((Doing.Mute) doing).refusedStream() ? On.REFUSED_STREAM : On.RESET;
    return new Attempt(next.map(connected::plus), 503, Optional.of(how), UPSTREAM);
  }

  /** Whether the request is sent again after this end. */
  boolean again(Retry retry) {
    return failure
        .map(how -> retry.on().contains(how) || retry.on().contains(On.RESET))
        .orElseGet(() -> retry.statuses().contains(status));
  }

  boolean failed(Rules rules) {
    return failure.isPresent()
        || rules.breaker().filter(rule -> rule.failures().has(status)).isPresent();
  }

  private static Attempt connecting(Optional<Duration> refused, Rules rules) {
    boolean inTime =
        refused.isPresent()
            && rules.connect().filter(most -> refused.get().compareTo(most) > 0).isEmpty();
    return inTime
        ? new Attempt(refused, 503, Optional.of(On.CONNECT_FAILURE), UPSTREAM)
        : new Attempt(rules.connect(), 503, Optional.of(On.CONNECT_FAILURE), "timeout.connect");
  }
}
