package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Problems as an HTTP answer. */
final class ProblemAnswer {

  private ProblemAnswer() {}

  /** With Retry-After where trying again is the next step. */
  static Response of(int status, List<Problem> problems) {
    var response =
        Response.status(status)
            .type(ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(status, problems));
    return (status == 503 || status == 429 ? response.header("Retry-After", 1) : response).build();
  }
}
