package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Problems as an HTTP answer. */
final class ProblemAnswer {

  private ProblemAnswer() {}

  static Response of(ToldProblem told) {
    return of(told.status(), told.problems());
  }

  /** With the header that the status calls for. */
  static Response of(int status, List<Problem> problems) {
    var response =
        Response.status(status)
            .type(ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(status, problems));
    ToldProblem.headers(status).forEach(response::header);
    return response.build();
  }
}
