package io.entente.engine.upstream;

import io.entente.policy.Retry;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request that was let through, from the last byte of it to the last byte of its answer. */
public final class Forwarding {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Rules rules;
  private final Upstream upstream;
  private final Health health;
  private final Instant received;
  private final List<String> tried = new ArrayList<>();

  private Forwarding(Rules rules, Upstream upstream, Health health, Instant received) {
    this.rules = rules;
    this.upstream = upstream;
    this.health = health;
    this.received = received;
  }

  /**
   * @param policies in order of application
   * @param health of the route, which learns from this request
   * @throws IllegalArgumentException an upstream that nothing ends: it stays silent for ever and no
   *     policy sets an end to it
   */
  public static Outcome of(
      List<EffectivePolicy> policies,
      String method,
      Upstream upstream,
      Health health,
      Chance chance,
      Instant received) {
    return new Forwarding(Rules.of(policies), upstream, health, received).run(method, chance);
  }

  private Outcome run(String method, Chance chance) {
    Optional<Retry> retry = rules.retry().filter(rule -> rule.methods().contains(method));
    Duration now = Duration.ZERO;
    while (true) {
      List<String> open = health.open(upstream.endpoints(), received.plus(now));
      if (open.isEmpty()) {
        return answer(503, now, "circuitBreaker");
      }
      String endpoint = chance.endpoint(open);
      Doing doing = upstream.next(endpoint, tried.size());
      tried.add(endpoint);
      Attempt attempt = Attempt.of(doing, rules);
      Duration end = attempt.end().map(now::plus).orElse(FOR_EVER);
      if (attempt.end().isEmpty() || end.compareTo(headBy()) > 0) {
        return late(endpoint);
      }
      learn(endpoint, attempt.failed(rules), end);
      if (retry.filter(rule -> tried.size() <= rule.attempts() && attempt.again(rule)).isEmpty()) {
        return attempt.failure().isEmpty() && doing instanceof Doing.Answers answers
            ? answered(answers, end)
            : answer(attempt.status(), end, attempt.rule());
      }
      now =
          end.plus(
              retry.flatMap(Retry::backoff).map(b -> chance.wait(below(b))).orElse(Duration.ZERO));
      if (now.compareTo(headBy()) > 0) {
        return answer(504, headBy(), ender());
      }
    }
  }

  /** The bound of the wait after as many attempts as there were. */
  private Duration below(Duration backoff) {
    Duration most = backoff.multipliedBy(Retry.GROWTH);
    Duration doubled = backoff.multipliedBy(1L << (tried.size() - 1));
    return doubled.compareTo(most) < 0 ? doubled : most;
  }

  /** When an answer must have begun. */
  private Duration headBy() {
    Duration request = rules.request().orElse(FOR_EVER);
    Duration idle = rules.idle().orElse(FOR_EVER);
    return request.compareTo(idle) <= 0 ? request : idle;
  }

  private String ender() {
    return rules.request().equals(Optional.of(headBy())) ? "timeout.request" : "timeout.idle";
  }

  private Outcome late(String endpoint) {
    if (headBy().equals(FOR_EVER)) {
      throw new IllegalArgumentException(
          "endpoint " + endpoint + " stays silent for ever and no policy ends that");
    }
    if (ender().equals("timeout.request")) {
      learn(endpoint, true, headBy());
    }
    return answer(504, headBy(), ender());
  }

  private void learn(String endpoint, boolean failed, Duration when) {
    rules.breaker().ifPresent(rule -> health.ended(rule, endpoint, failed, received.plus(when)));
  }

  /** What goes out of an answer that began. */
  private Outcome answered(Doing.Answers answers, Duration began) {
    Duration now = began;
    for (Duration gap : answers.gaps()) {
      Duration next = now.plus(gap);
      Duration request = rules.request().orElse(FOR_EVER);
      Duration silent = rules.idle().map(now::plus).orElse(FOR_EVER);
      Duration cut = request.compareTo(silent) <= 0 ? request : silent;
      if (next.compareTo(cut) > 0) {
        String rule = request.compareTo(silent) <= 0 ? "timeout.request" : "timeout.idle";
        return new Outcome(answers.status(), began, cut, false, rule, tried);
      }
      now = next;
    }
    return new Outcome(answers.status(), began, now, !answers.breaks(), "upstream", tried);
  }

  private Outcome answer(int status, Duration when, String rule) {
    return new Outcome(status, when, when, true, rule, tried);
  }
}
