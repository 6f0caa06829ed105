package io.entente.translator.kong.emit;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import java.util.Locale;
import java.util.Optional;

/**
 * What a policy that limits asks of rate-limiting.
 *
 * @param policy which
 * @param requests in one window
 * @param unit the window; empty where Kong has none that long
 * @param span how long the policy says, as a text
 * @param key what is counted apart
 * @param onMissingKey what is meant for a request without the key
 */
record Limit(
    Policy policy,
    long requests,
    Optional<RateLimitUnit> unit,
    String span,
    LimitKey key,
    OnMissingKey onMissingKey) {

  /**
   * @throws IllegalArgumentException a policy that limits nothing
   */
  static Limit of(Policy policy) {
    PolicyKind kind = policy.spec().kind();
    if (kind instanceof RateLimit limit) {
      return new Limit(
          policy,
          limit.requests(),
          RateLimitUnit.of(limit.window()),
          limit.window().toSeconds() + " s",
          limit.key(),
          limit.onMissingKey());
    }
    if (kind instanceof SpikeArrest arrest) {
      return new Limit(
          policy,
          arrest.rate(),
          RateLimitUnit.of(arrest.per().length()),
          arrest.per().length().toSeconds() + " s",
          arrest.key(),
          arrest.onMissingKey());
    }
    if (kind instanceof Quota quota) {
      return new Limit(
          policy,
          quota.requests(),
          RateLimitUnit.of(quota.period()),
          "1 calendar " + quota.period().name().toLowerCase(Locale.ROOT),
          quota.key(),
          quota.onMissingKey());
    }
    throw new IllegalArgumentException(policy.id() + " is of kind " + kind.kindName());
  }

  /** The field that says how many. */
  String numberField() {
    return policy.spec().kind() instanceof SpikeArrest ? "rate" : "requests";
  }

  /** The field that says in which time. */
  String unitField() {
    PolicyKind kind = policy.spec().kind();
    if (kind instanceof Quota) {
      return "period";
    }
    return kind instanceof SpikeArrest ? "per" : "window";
  }

  /** True where the meaning itself begins anew at the edges of the calendar. */
  boolean calendar() {
    return policy.spec().kind() instanceof Quota;
  }
}
