package io.entente.model.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Carries one or more problems to the edge that reports them. Unchecked: only edges catch it. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  public ProblemException(List<Problem> problems) {
    super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("problems is empty");
    }
    this.problems = List.copyOf(problems);
  }

  /** All problems, at least one, in the order they were found. */
  public List<Problem> problems() {
    return problems;
  }
}
