package io.entente.policy.resolution;

import java.util.List;

/** All hold. */
final class AllApply implements Combination {

  @Override
  public Outcome combine(List<EffectivePolicy> policies) {
    return new Outcome(policies, List.of());
  }
}
