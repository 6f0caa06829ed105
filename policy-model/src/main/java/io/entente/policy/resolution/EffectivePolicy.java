package io.entente.policy.resolution;

import io.entente.policy.Policy;
import io.entente.policy.TargetRef;

/**
 * One policy that holds on a route.
 *
 * @param policy the document
 * @param from the kind of target through which it reached the route; the nearest when several
 * @param narrowed whether that target is for some callers only, which is nearer than any that is
 *     for everybody
 */
public record EffectivePolicy(Policy policy, TargetRef.Kind from, boolean narrowed) {

  private static final int LEVELS = TargetRef.Kind.values().length;

  /** For everybody. */
  public EffectivePolicy(Policy policy, TargetRef.Kind from) {
    this(policy, from, false);
  }

  /** Greater is nearer. */
  int nearness() {
    return level(from, narrowed);
  }

  static int level(TargetRef.Kind from, boolean narrowed) {
    return from.ordinal() + (narrowed ? LEVELS : 0);
  }

  /** For example {@code ROUTE}, or {@code CONSUMER of ROUTE}. */
  public String level() {
    return narrowed ? "CONSUMER of " + from : from.name();
  }
}
