package io.entente.connector.kong;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;

/** A call of the Admin API that did not give what was asked. */
final class AdminFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final FailureClass failure;
  private final transient Problem problem;
  private final boolean mayHaveLanded;

  /**
   * @param status HTTP status; 0 without an answer
   * @param mayHaveLanded whether a write may have taken effect nevertheless
   */
  AdminFailure(int status, FailureClass failure, Problem problem, boolean mayHaveLanded) {
    super(problem.message());
    this.status = status;
    this.failure = failure;
    this.problem = problem;
    this.mayHaveLanded = mayHaveLanded;
  }

  boolean notFound() {
    return status == 404;
  }

  /** The gateway found fault with what was sent. */
  boolean unfit() {
    return status == 400 || status == 409;
  }

  FailureClass failure() {
    return failure;
  }

  Problem problem() {
    return problem;
  }

  boolean mayHaveLanded() {
    return mayHaveLanded;
  }
}
