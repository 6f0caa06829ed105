package io.entente.connector.spi;

import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * How many of the next steps may be one group: their order among each other does not matter, no
   * two are on the same object, and none waits for another's output. Any part of a group is a group
   * too.
   *
   * @param next what is left of a change set, in its order; at least one step
   * @return 1 to the number of steps given
   */
  default int together(List<Step> next) {
    return 1;
  }

  /**
   * Executes a group as its steps one by one would be, in any order or beside each other. Begins no
   * other step once one was tried and is not done. Nothing is under way any more when it returns.
   *
   * @param group at most as many steps as {@link #together} allows
   * @return what became of each step, in the order given
   */
  default List<StepOutcome> apply(List<Step> group, Map<Node.Pending, Node> known) {
    var outcomes = new ArrayList<StepOutcome>();
    boolean going = true;
    for (Step step : group) {
      var outcome = going ? new StepOutcome.Tried(apply(step, known)) : new StepOutcome.NotSent();
      outcomes.add(outcome);
      going = outcome.done();
    }
    return List.copyOf(outcomes);
  }

  /** Whether the data plane has taken up what was applied. */
  Convergence convergence(ApplyDomain domain);
}
