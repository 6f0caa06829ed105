package io.entente.translator.kong.emit;

import io.entente.policy.LimitKey;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The limits of one route that fit into the one instance Kong runs there: one key, and for each
 * window the strictest.
 *
 * @param key of all of them
 * @param holding for each window the policy with the fewest requests
 * @param members all that fit, in order; those of another key or window are not among them
 */
record SharedLimits(LimitKey key, SortedMap<RateLimitUnit, Policy> holding, List<Policy> members) {

  SharedLimits {
    holding = Collections.unmodifiableSortedMap(new TreeMap<>(holding));
    members = List.copyOf(members);
  }

  /**
   * @param policies rate limits, at least one
   */
  static SharedLimits of(List<Policy> policies) {
    LimitKey key =
        policies.stream()
            .map(SharedLimits::limit)
            .filter(limit -> RateLimitUnit.of(limit.window()).isPresent())
            .findFirst()
            .orElse(limit(policies.get(0)))
            .key();
    var holding = new TreeMap<RateLimitUnit, Policy>();
    var members = new ArrayList<Policy>();
    for (Policy policy : policies) {
      RateLimit limit = limit(policy);
      RateLimitUnit.of(limit.window())
          .filter(unit -> limit.key().equals(key))
          .ifPresent(
              unit -> {
                members.add(policy);
                holding.merge(unit, policy, SharedLimits::stricter);
              });
    }
    return new SharedLimits(key, holding, members);
  }

  static RateLimit limit(Policy policy) {
    return (RateLimit) policy.spec().kind();
  }

  private static Policy stricter(Policy one, Policy other) {
    return limit(other).requests() < limit(one).requests() ? other : one;
  }
}
