package io.entente.hub.traffic;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.time.Duration;

/** Why events are not on Kafka, as problems; a source must not count them as delivered. */
final class PublishProblems {

  private PublishProblems() {}

  static ProblemException full(int limit) {
    return new ProblemException(
        Problem.internal(
            "TRAFFIC_BACKLOG_FULL",
            "more than " + limit + " traffic events wait for Kafka",
            "Deliver again later; check that Kafka answers."));
  }

  static ProblemException late(Duration timeout) {
    return new ProblemException(
        Problem.internal(
            "TRAFFIC_NOT_ACKNOWLEDGED",
            "Kafka did not acknowledge traffic events within " + timeout + "; they may be there",
            "Deliver again: duplicates are removed. Check that Kafka answers."));
  }

  static ProblemException refused(Throwable cause) {
    var exception =
        new ProblemException(
            Problem.internal(
                "TRAFFIC_NOT_PUBLISHED",
                "a traffic event did not reach Kafka: " + cause.getMessage(),
                "Deliver again: duplicates are removed. Check that Kafka answers."));
    exception.initCause(cause);
    return exception;
  }

  static ProblemException closed() {
    return new ProblemException(
        Problem.internal(
            "TRAFFIC_PUBLISHER_CLOSED",
            "the hub is stopping and takes no more traffic events",
            "Deliver again when the hub is back."));
  }
}
