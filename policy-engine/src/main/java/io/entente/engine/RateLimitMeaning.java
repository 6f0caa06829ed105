package io.entente.engine;

import io.entente.policy.RateLimit;
import java.time.Duration;
import java.time.Instant;

/**
 * At most so many accepted requests in any window, its beginning excluded: two requests exactly one
 * window apart do not meet. Refused requests are not counted.
 */
final class RateLimitMeaning {

  private RateLimitMeaning() {}

  static Verdict judge(RateLimit limit, CounterKey key, State state, Instant now) {
    return state
        .log(key, now, limit.window())
        .filter(log -> log.accepted() >= limit.requests())
        .<Verdict>map(
            log -> new Verdict.OverLimit(Duration.between(now, log.free(limit.requests()))))
        .orElseGet(() -> new Verdict.Accept(new Charge.Sliding(key, limit.window())));
  }
}
