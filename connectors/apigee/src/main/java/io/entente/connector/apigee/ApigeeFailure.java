package io.entente.connector.apigee;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;

/** A call of the management API that did not give what was asked. */
final class ApigeeFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final FailureClass failure;
  private final transient Problem problem;
  private final boolean mayHaveLanded;

  /**
   * @param status HTTP status; 0 without an answer
   * @param mayHaveLanded whether a write may have taken effect nevertheless
   */
  ApigeeFailure(int status, FailureClass failure, Problem problem, boolean mayHaveLanded) {
    super(problem.message());
    this.status = status;
    this.failure = failure;
    this.problem = problem;
    this.mayHaveLanded = mayHaveLanded;
  }

  /** Refused before anything was sent. */
  static ApigeeFailure unsent(FailureClass failure, Problem problem) {
    return new ApigeeFailure(0, failure, problem, false);
  }

  int status() {
    return status;
  }

  boolean notFound() {
    return status == 404;
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
