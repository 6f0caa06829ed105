package io.entente.model.plan;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.Map;

/** What became of one step. */
public sealed interface StepResult {

  /** It landed; values the plan left pending are known now. */
  record Done(Map<Node.Pending, Node> outputs) implements StepResult {
    public Done {
      outputs = Map.copyOf(outputs);
    }
  }

  /** It did not land and will not. */
  record Refused(FailureClass failure, Problem why) implements StepResult {}

  /** It may have landed: re-read before anything else. */
  record Unknown(Problem why) implements StepResult {}
}
