package io.entente.hub.preview;

import io.entente.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/** One thing that is wrong, in the words a plan has for it. */
public record ProblemView(
    String code,
    String kind,
    String message,
    Optional<String> path,
    Optional<String> value,
    String nextStep) {

  static ProblemView of(Problem problem) {
    return new ProblemView(
        problem.code(),
        problem.kind().name(),
        problem.message(),
        problem.path(),
        problem.value(),
        problem.nextStep());
  }

  static List<ProblemView> of(List<Problem> problems) {
    return problems.stream().map(ProblemView::of).toList();
  }
}
