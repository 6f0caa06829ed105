package io.entente.reconciliation.journal;

import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.reconciliation.StepProgress;
import java.util.Map;

/**
 * Where one step is. Transitions are methods of the state they leave, so that no other is possible:
 * PLANNED to SENDING to DONE, REFUSED or UNKNOWN; what a crash left SENDING or UNKNOWN goes on by
 * recovery.
 */
public sealed interface StepState {

  Step step();

  /** The name used in stores and messages. */
  String label();

  /** Not sent yet. */
  record Planned(Step step) implements StepState {

    /** To be stored before the call goes out. */
    public Sending sending() {
      return new Sending(step);
    }

    @Override
    public String label() {
      return "PLANNED";
    }
  }

  /** The call may be under way. */
  record Sending(Step step) implements StepState {

    public Done done(StepResult.Done result) {
      return new Done(step, result.outputs());
    }

    public Refused refused(StepResult.Refused result) {
      return new Refused(step, result.failure(), result.why());
    }

    public Unknown unknown(StepResult.Unknown result) {
      return new Unknown(step, result.why());
    }

    /** The state that an answer leads to. */
    public StepState answered(StepResult result) {
      if (result instanceof StepResult.Done done) {
        return done(done);
      }
      if (result instanceof StepResult.Refused refused) {
        return refused(refused);
      }
      return unknown((StepResult.Unknown) result);
    }

    /** The state that a fresh read leads to, after the answer was lost. */
    public StepState recovered(StepProgress observed) {
      return JournalRecovery.next(step, observed);
    }

    @Override
    public String label() {
      return "SENDING";
    }
  }

  /** It landed. After recovery the outputs are empty: what only the lost answer said is unknown. */
  record Done(Step step, Map<Node.Pending, Node> outputs) implements StepState {

    public Done {
      outputs = Map.copyOf(outputs);
    }

    @Override
    public String label() {
      return "DONE";
    }
  }

  /** It did not land and will not. */
  record Refused(Step step, FailureClass failure, Problem why) implements StepState {

    @Override
    public String label() {
      return "REFUSED";
    }
  }

  /** It may have landed; nothing follows but a fresh read. */
  record Unknown(Step step, Problem why) implements StepState {

    public StepState recovered(StepProgress observed) {
      return JournalRecovery.next(step, observed);
    }

    @Override
    public String label() {
      return "UNKNOWN";
    }
  }

  /** True when the step needs nothing more: done or refused. */
  default boolean settled() {
    return this instanceof Done || this instanceof Refused;
  }
}
