package io.entente.hub.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.model.problem.Problem;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Problems as answers of what stands on the HTTP server itself. Safe for many threads. */
@Singleton
public class HttpProblems {

  private final ObjectMapper json;

  HttpProblems(ObjectMapper json) {
    this.json = json;
  }

  /** Ends the response with what {@code failure} is to its caller; causes stay in the log. */
  public void answer(HttpServerResponse response, Throwable failure) {
    var told = ToldProblem.of(failure);
    answer(response, told.status(), told.problems());
  }

  void answer(HttpServerResponse response, int status, List<Problem> problems) {
    response.setStatusCode(status).putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
    ToldProblem.headers(status).forEach(response::putHeader);
    try {
      response.end(json.writeValueAsString(ProblemBody.of(status, problems)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
