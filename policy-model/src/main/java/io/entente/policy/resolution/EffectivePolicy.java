package io.entente.policy.resolution;

import io.entente.policy.Policy;
import io.entente.policy.TargetRef;

/**
 * One policy that holds on a route.
 *
 * @param policy the document
 * @param from the kind of target through which it reached the route; the nearest when several
 */
public record EffectivePolicy(Policy policy, TargetRef.Kind from) {}
