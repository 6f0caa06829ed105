package io.entente.policy.resolution;

import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import java.util.List;

/**
 * A policy that means something nobody has.
 *
 * @param policy which
 * @param targets those of its targets that reach no route of any gateway, as written; at least one
 * @param whole whether no target of the policy reaches anything, so that it holds nowhere
 */
public record Unmatched(Policy policy, List<TargetRef> targets, boolean whole) {

  public Unmatched {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("policy " + policy.id() + " reaches with every target");
    }
    targets = List.copyOf(targets);
  }
}
