package io.entente.translator;

import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.ObjectKey;

/**
 * A policy and a foreign object of the gateway of which only one can act in a place.
 *
 * @param policy ours
 * @param target printed {@code api/route}
 * @param why whether ours yields, wholly or for some callers
 * @param by the foreign object
 * @param reason one sentence that names the object, its scope and what follows
 */
public record Shadowed(PolicyVersion policy, String target, Why why, ObjectKey by, String reason) {

  public Shadowed {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("shadowed policy " + policy + " gives no reason");
    }
  }

  /** How the two stand. */
  public enum Why {
    /** The foreign object acts instead of ours, for all or some of the callers. */
    OVERRIDDEN,
    /** Both claim the very same place; ours does not go out. */
    CONFLICTED
  }
}
