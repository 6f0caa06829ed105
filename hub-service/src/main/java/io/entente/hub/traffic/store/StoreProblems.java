package io.entente.hub.traffic.store;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What can go wrong with the traffic store, as problems. */
final class StoreProblems {

  private StoreProblems() {}

  static ProblemException open(Path file, SQLException cause) {
    return with(
        cause,
        Problem.internal(
            "TRAFFIC_STORE_NOT_OPENED",
            "traffic store " + file + " cannot be opened: " + cause.getMessage(),
            "Stop any other process that holds the file. If the file is damaged, move it away: the"
                + " store is then rebuilt from Kafka as far back as Kafka keeps events."));
  }

  static ProblemException connect(ClickHouseSettings settings, SQLException cause) {
    return with(
        cause,
        Problem.internal(
            "TRAFFIC_STORE_NOT_OPENED",
            settings + " cannot be used as traffic store: " + cause.getMessage(),
            "Check that the server answers at that address, that the database is there, and that"
                + " the user may create tables in it."));
  }

  static ProblemException failed(String doing, SQLException cause) {
    return with(
        cause,
        Problem.internal(
            "TRAFFIC_STORE_FAILED",
            "the traffic store failed while " + doing + ": " + cause.getMessage(),
            "Check that the store answers and that its disk has space, then ask again."));
  }

  static ProblemException busy() {
    return new ProblemException(
        Problem.internal(
            "TRAFFIC_STORE_BUSY",
            "too many questions are being answered by the traffic store",
            "Ask again in a few seconds, or over a shorter time."));
  }

  private static ProblemException with(SQLException cause, Problem problem) {
    var exception = new ProblemException(problem);
    exception.initCause(cause);
    return exception;
  }
}
