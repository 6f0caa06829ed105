package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** What a caller is told of a failure. What it does not know of goes to the log under a number. */
record ToldProblem(int status, List<Problem> problems) {

  private static final Logger LOG = Logger.getLogger(ToldProblem.class);

  static ToldProblem of(Throwable failure) {
    if (failure instanceof ProblemException told) {
      int status = told.problems().stream().mapToInt(ProblemStatus::of).max().orElse(500);
      return new ToldProblem(status, told.problems());
    }
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return of(failure.getCause());
    }
    String incident = UUID.randomUUID().toString();
    LOG.errorf(failure, "Incident %s", incident);
    return new ToldProblem(
        500,
        List.of(
            Problem.internal(
                "INTERNAL_ERROR",
                "The hub failed; incident " + incident,
                "Look for the incident in the hub's log and report it.")));
  }

  /** The headers that a status calls for. */
  static Map<String, String> headers(int status) {
    return switch (status) {
      case 401 -> Map.of("WWW-Authenticate", "Bearer");
      case 429, 503 -> Map.of("Retry-After", "1");
      default -> Map.of();
    };
  }
}
