package io.entente.policy.resolution;

import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;

/**
 * A policy that targets a route and does not hold there.
 *
 * @param policy the loser
 * @param why OVERRIDDEN by a winner, or CONFLICTED with an equal
 * @param winner the policy that holds instead; for CONFLICTED the one it conflicts with
 * @param reason one sentence
 */
public record Loser(Policy policy, Why why, PolicyVersion winner, String reason) {

  /** Why a policy does not hold. */
  public enum Why {
    OVERRIDDEN,
    CONFLICTED
  }
}
