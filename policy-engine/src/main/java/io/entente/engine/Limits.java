package io.entente.engine;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Reject;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All limits of a route judging one request: it counts against all of them or against none. */
final class Limits {

  private final List<Charge> toCount = new ArrayList<>();
  private final List<Observed> observed = new ArrayList<>();
  private Optional<Reject> rejection = Optional.empty();

  private Limits() {}

  static Limits judge(List<EffectivePolicy> policies, Exchange exchange, State state, Instant now) {
    var limits = new Limits();
    for (EffectivePolicy effective : policies) {
      Policy policy = effective.policy();
      verdict(policy, exchange, state, now)
          .ifPresent(verdict -> limits.heed(policy, verdict, state, now));
    }
    if (limits.rejection.isEmpty()) {
      limits.toCount.forEach(charge -> state.accept(charge, now));
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

  /** Empty where the policy is no limit. */
  private static Optional<Verdict> verdict(
      Policy policy, Exchange exchange, State state, Instant now) {
    PolicyKind kind = policy.spec().kind();
    if (kind instanceof RateLimit limit) {
      return Optional.of(
          key(policy, limit.key(), limit.onMissingKey(), exchange)
              .map(key -> RateLimitMeaning.judge(limit, key, state, now))
              .orElseGet(Verdict.NoKey::new));
    }
    if (kind instanceof SpikeArrest arrest) {
      return Optional.of(
          key(policy, arrest.key(), arrest.onMissingKey(), exchange)
              .map(key -> SpikeArrestMeaning.judge(arrest, key, state, now))
              .orElseGet(Verdict.NoKey::new));
    }
    if (kind instanceof Quota quota) {
      return Optional.of(
          key(policy, quota.key(), quota.onMissingKey(), exchange)
              .map(key -> QuotaMeaning.judge(quota, key, state, now))
              .orElseGet(Verdict.NoKey::new));
    }
    return Optional.empty();
  }

  private static Optional<CounterKey> key(
      Policy policy, LimitKey key, OnMissingKey onMissingKey, Exchange exchange) {
    return Callers.of(key, onMissingKey, exchange)
        .map(caller -> new CounterKey(policy.id().policy(), exchange.route(), caller));
  }

  private void heed(Policy policy, Verdict verdict, State state, Instant now) {
    String kind = policy.spec().kind().kindName();
    if (verdict instanceof Verdict.Accept accept) {
      if (state.fits(toCount.size() + 1, now)) {
        toCount.add(accept.charge());
      } else if (policy.spec().onError() == OnError.DENY) {
        refuse(policy, unable(policy, kind));
      }
    } else if (verdict instanceof Verdict.OverLimit over) {
      refuse(policy, tooMany(policy, kind + "." + number(policy), retryAfter(over.retryAfter())));
    } else {
      refuse(policy, tooMany(policy, kind + ".onMissingKey", Headers.none()));
    }
  }

  private static String number(Policy policy) {
    return policy.spec().kind() instanceof SpikeArrest ? "rate" : "requests";
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

  private static Reject unable(Policy policy, String kind) {
    return new Reject(
        503, Headers.none(), "rate limit unavailable\n", policy.id(), kind + ".onError");
  }

  /** Whole seconds, rounded up: who waits that long finds room. */
  private static Headers retryAfter(Duration wait) {
    long seconds = wait.plusNanos(999_999_999).getSeconds();
    return Headers.of(Map.of("retry-after", List.of(Long.toString(seconds))));
  }
}
