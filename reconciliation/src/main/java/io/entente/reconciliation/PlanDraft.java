package io.entente.reconciliation;

import io.entente.model.nativeobject.Hash;
import io.entente.model.plan.ChangeSet;
import io.entente.model.problem.Problem;
import java.util.List;

/**
 * A plan before anybody approved it.
 *
 * @param changeSets what would be done, in order; empty when there is nothing to do or something is
 *     refused
 * @param differences from what the gateway holds to what it would hold, inside claims
 * @param drift what others did inside our claims since we applied last; applying the plan undoes it
 * @param refusals why nothing may be applied; empty when the plan may be
 * @param hash of the steps as far as claims reach: approval is of this hash, and what others do
 *     outside our claims does not change it
 */
public record PlanDraft(
    List<ChangeSet> changeSets,
    List<Difference> differences,
    List<Drift> drift,
    List<Problem> refusals,
    Hash hash) {

  public PlanDraft {
    if (!refusals.isEmpty() && !changeSets.isEmpty()) {
      throw new IllegalArgumentException("a plan with refusals holds change sets");
    }
    changeSets = List.copyOf(changeSets);
    differences = List.copyOf(differences);
    drift = List.copyOf(drift);
    refusals = List.copyOf(refusals);
  }

  /** True when nothing is to be done and nothing was refused. */
  public boolean isEmpty() {
    return changeSets.isEmpty() && refusals.isEmpty();
  }
}
