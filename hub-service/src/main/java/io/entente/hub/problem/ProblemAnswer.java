package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Problems as an HTTP answer. */
final class ProblemAnswer {

  private ProblemAnswer() {}

  /** With the header that the status calls for. */
  static Response of(int status, List<Problem> problems) {
    var response =
        Response.status(status)
            .type(ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(status, problems));
    return switch (status) {
      case 401 -> response.header("WWW-Authenticate", "Bearer").build();
      case 429, 503 -> response.header("Retry-After", 1).build();
      default -> response.build();
    };
  }
}
