package io.entente.hub.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.model.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large, with a problem like every other refusal. */
@ApplicationScoped
class UploadLimit {

  /** Before the server's own check, which answers without a body. */
  private static final int FIRST = -10_000;

  private final ObjectMapper json;
  private final long limit;

  UploadLimit(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.json = json;
    this.limit = limit.asLongValue();
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::check);
  }

  private void check(RoutingContext request) {
    if (length(request) <= limit) {
      request.next();
      return;
    }
    // Nobody is to send the rest of it.
    request.addEndHandler(ended -> request.request().connection().close());
    request
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(body());
  }

  private static long length(RoutingContext request) {
    String told = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return told == null ? 0 : Long.parseLong(told);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private String body() {
    try {
      return json.writeValueAsString(
          ProblemBody.of(
              413,
              List.of(
                  Problem.user(
                      "BODY_TOO_LARGE",
                      "The body is larger than " + limit + " bytes",
                      "body",
                      "Send less at once."))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
