package io.entente.connector.spi;

import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.tree.Node;
import java.util.Map;

/**
 * Executes steps of an approved plan. The hub calls at most one method at a time per apply domain.
 *
 * <p>Implementations must
 *
 * <ol>
 *   <li>change nothing and return {@code Refused(PRECONDITION_LOST)} when the object no longer is
 *       what {@code step.change().before()} says, as far as claims reach,
 *   <li>return {@code Done} without a write when the object already is what the step wants,
 *   <li>touch nothing outside the claims of the step's objects,
 *   <li>return {@code Unknown} whenever the call may have landed; never throw for a vendor failure.
 * </ol>
 */
public interface Applier {

  /** Executes one step; {@code known} holds the outputs of earlier steps of the same plan. */
  StepResult apply(Step step, Map<Node.Pending, Node> known);

  /** Whether the data plane has taken up what was applied. */
  Convergence convergence(ApplyDomain domain);
}
