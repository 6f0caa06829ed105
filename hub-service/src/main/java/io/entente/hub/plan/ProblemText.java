package io.entente.hub.plan;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.TreeMap;

/** Problems as they stand in a plan. */
public final class ProblemText {

  private ProblemText() {}

  public static Node write(Problem problem) {
    var fields = new TreeMap<String, Node>();
    fields.put("code", Node.text(problem.code()));
    fields.put("kind", Node.text(problem.kind().name()));
    fields.put("message", Node.text(problem.message()));
    fields.put("nextStep", Node.text(problem.nextStep()));
    problem.path().ifPresent(path -> fields.put("path", Node.text(path)));
    problem.value().ifPresent(value -> fields.put("value", Node.text(value)));
    return Node.obj(fields);
  }
}
