package io.entente.cli;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.stream.Collectors;

/** Failures as a person reads them. */
final class Failures {

  private Failures() {}

  static String describe(Throwable failure) {
    if (failure instanceof ProblemException problems) {
      return problems.problems().stream().map(Failures::describe).collect(Collectors.joining("\n"));
    }
    String message = failure.getMessage();
    return "error: " + (message == null ? failure.getClass().getSimpleName() : message);
  }

  private static String describe(Problem problem) {
    var out = new StringBuilder("error " + problem.code() + ": " + problem.message());
    problem.path().filter(p -> !p.isBlank()).ifPresent(p -> out.append("\n  at: ").append(p));
    problem.value().ifPresent(v -> out.append("\n  value: ").append(v));
    return out.append("\n  next: ").append(problem.nextStep()).toString();
  }
}
