package io.entente.engine;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Reject;
import io.entente.engine.RateLimitMeaning.Verdict;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.RateLimit;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All limits of a route judging one request: it counts against all of them or against none. */
final class Limits {

  private final List<Verdict.Accept> toCount = new ArrayList<>();
  private final List<Observed> observed = new ArrayList<>();
  private Optional<Reject> rejection = Optional.empty();

  private Limits() {}

  static Limits judge(List<EffectivePolicy> policies, Exchange exchange, State state, Instant now) {
    var limits = new Limits();
    for (EffectivePolicy effective : policies) {
      Policy policy = effective.policy();
      if (policy.spec().kind() instanceof RateLimit limit) {
        limits.heed(
            policy, RateLimitMeaning.judge(policy, limit, exchange, state, now), state, now);
      }
    }
    if (limits.rejection.isEmpty()) {
      limits.toCount.forEach(accept -> state.accept(accept.key(), now, accept.window()));
    }
    return limits;
  }

  /** The first limit that refuses. */
  Optional<Reject> rejection() {
    return rejection;
  }

  List<Observed> observed() {
    return observed;
  }

  private void heed(Policy policy, Verdict verdict, State state, Instant now) {
    if (verdict instanceof Verdict.Accept accept) {
      if (state.fits(toCount.size() + 1, now)) {
        toCount.add(accept);
      } else if (policy.spec().onError() == OnError.DENY) {
        refuse(policy, unable(policy));
      }
    } else if (verdict instanceof Verdict.OverLimit over) {
      refuse(policy, tooMany(policy, "rateLimit.requests", retryAfter(over.retryAfter())));
    } else {
      refuse(policy, tooMany(policy, "rateLimit.onMissingKey", Headers.none()));
    }
  }

  private void refuse(Policy policy, Reject reject) {
    if (policy.spec().mode() == Mode.OBSERVE) {
      observed.add(new Observed(policy.id(), reject.rule()));
    } else if (rejection.isEmpty()) {
      rejection = Optional.of(reject);
    }
  }

  private static Reject tooMany(Policy policy, String rule, Headers headers) {
    return new Reject(429, headers, "rate limit exceeded\n", policy.id(), rule);
  }

  private static Reject unable(Policy policy) {
    return new Reject(
        503, Headers.none(), "rate limit unavailable\n", policy.id(), "rateLimit.onError");
  }

  /** Whole seconds, rounded up: who waits that long finds room. */
  private static Headers retryAfter(Duration wait) {
    long seconds = wait.plusNanos(999_999_999).getSeconds();
    return Headers.of(Map.of("retry-after", List.of(Long.toString(seconds))));
  }
}
