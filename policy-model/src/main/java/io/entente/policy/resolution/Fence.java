package io.entente.policy.resolution;

import io.entente.policy.PolicySpec.Merge;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Nothing nearer than the widest Override takes part where the strictest holds.
 *
 * @param override the widest; empty where there is none
 */
record Fence(Optional<EffectivePolicy> override) {

  static Fence of(List<EffectivePolicy> policies) {
    return new Fence(
        policies.stream()
            .filter(candidate -> candidate.policy().spec().merge() == Merge.OVERRIDE)
            .min(Comparator.comparingInt(EffectivePolicy::nearness)));
  }

  boolean admits(EffectivePolicy candidate) {
    return override.filter(widest -> candidate.nearness() > widest.nearness()).isEmpty();
  }

  /** Why {@code loser} does not hold beside a {@code winner} that is stricter or let in. */
  Loser loser(EffectivePolicy winner, EffectivePolicy loser) {
    String reason =
        override
            .filter(widest -> !admits(loser))
            .map(widest -> "an Override at " + widest.level() + " shuts out what is nearer")
            .orElseGet(() -> winner.policy().id() + " is stricter");
    return new Loser(loser.policy(), Loser.Why.OVERRIDDEN, winner.policy().id(), reason);
  }
}
