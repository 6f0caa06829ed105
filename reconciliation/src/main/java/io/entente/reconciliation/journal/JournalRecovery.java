package io.entente.reconciliation.journal;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.plan.Step;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.reconciliation.StepProgress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides after a crash, from a fresh complete read, what became of each step. */
public final class JournalRecovery {

  private JournalRecovery() {}

  /**
   * The states to go on with: settled and planned steps stay as they are; one that was under way is
   * DONE when its effect is there, PLANNED again when nothing of it is, and REFUSED with
   * PRECONDITION_LOST when the object is neither before nor after.
   *
   * @throws IllegalArgumentException when {@code observed} is not Complete: absence would mean
   *     nothing
   */
  public static List<StepState> recover(
      Dialect dialect, List<StepState> journal, Snapshot observed) {
    if (!observed.complete()) {
      throw new IllegalArgumentException(
          "recovery of gateway " + observed.gateway() + " needs a complete read");
    }
    var known = new HashMap<Node.Pending, Node>();
    for (StepState state : journal) {
      if (state instanceof StepState.Done done) {
        known.putAll(done.outputs());
      }
    }
    return journal.stream().map(state -> recover(dialect, state, observed, known)).toList();
  }

  private static StepState recover(
      Dialect dialect, StepState state, Snapshot observed, Map<Node.Pending, Node> known) {
    var key = state.step().change().key();
    var object = Optional.ofNullable(observed.objects().get(key));
    if (state instanceof StepState.Sending sending) {
      return sending.recovered(StepProgress.of(dialect, sending.step(), object, known));
    }
    if (state instanceof StepState.Unknown unknown) {
      return unknown.recovered(StepProgress.of(dialect, unknown.step(), object, known));
    }
    return state;
  }

  static StepState next(Step step, StepProgress observed) {
    return switch (observed) {
      case LANDED -> new StepState.Done(step, Map.of());
      case NOT_LANDED -> new StepState.Planned(step);
      case CONFLICT -> new StepState.Refused(step, FailureClass.PRECONDITION_LOST, conflict(step));
    };
  }

  private static Problem conflict(Step step) {
    return Problem.user(
        "STEP_CONFLICT",
        step.change().key()
            + " is neither what step "
            + step.number()
            + " expected nor what it wanted: somebody else changed it.",
        step.change().key().toString(),
        "Look at the drift of this object and plan again.");
  }
}
