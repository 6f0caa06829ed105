package io.entente.model.plan;

import io.entente.model.nativeobject.Hash;
import java.util.List;

/**
 * Steps that belong together.
 *
 * @param domain what is locked while they run
 * @param atomic true when the vendor takes all steps or none
 * @param steps in order; at least one
 * @param base hash of the domain's claimed state the steps were computed on
 */
public record ChangeSet(ApplyDomain domain, boolean atomic, List<Step> steps, Hash base) {

  public ChangeSet {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("change set of " + domain.value() + " has no step");
    }
    steps = List.copyOf(steps);
  }
}
