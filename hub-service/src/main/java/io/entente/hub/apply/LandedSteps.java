package io.entente.hub.apply;

import io.entente.hub.apply.StepJournal.State;
import io.entente.hub.plan.StoredPlan;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.tree.Node;
import io.entente.reconciliation.PendingValues;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a plan reached its gateway, or may have. */
public final class LandedSteps {

  private static final Set<State> MAYBE = EnumSet.of(State.SENDING, State.DONE, State.UNKNOWN);

  private LandedSteps() {}

  /**
   * The plan's change sets without the steps that were never sent, with every value known.
   *
   * @param states by step number
   * @param known what the steps made known
   */
  public static List<ChangeSet> of(
      StoredPlan plan, Map<Integer, State> states, Map<Node.Pending, Node> known) {
    var landed = new ArrayList<ChangeSet>();
    for (ChangeSet set : plan.changeSets()) {
      List<Step> steps =
          set.steps().stream()
              .filter(step -> MAYBE.contains(states.getOrDefault(step.number(), State.PLANNED)))
              .map(step -> PendingValues.substitute(step, known))
              .toList();
      if (!steps.isEmpty()) {
        landed.add(new ChangeSet(set.domain(), set.atomic(), steps, set.base()));
      }
    }
    return landed;
  }
}
