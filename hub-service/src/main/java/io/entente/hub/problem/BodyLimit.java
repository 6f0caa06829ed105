package io.entente.hub.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.model.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is announced as too large before any of it is read, and says so as a problem.
 * A body sent in chunks is cut off by the server itself, with 413 and no words.
 */
@ApplicationScoped
class BodyLimit {

  private final long limit;
  private final ObjectMapper json;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      ObjectMapper json) {
    this.limit = limit.asLongValue();
    this.json = json;
  }

  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::check);
  }

  private void check(RoutingContext context) {
    long size = announced(context);
    if (size <= limit) {
      context.next();
      return;
    }
    var problem =
        Problem.user(
            "BODY_TOO_LARGE",
            "The body of " + size + " bytes is larger than " + limit,
            "body",
            Long.toString(size),
            "Send it in smaller parts, or raise quarkus.http.limits.max-body-size.");
    // What is still coming must not be taken for a next request.
    context.response().endHandler(done -> context.request().connection().close());
    context
        .response()
        .setStatusCode(413)
        .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(text(problem));
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(ProblemBody.of(413, List.of(problem)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }

  private static long announced(RoutingContext context) {
    String length = context.request().getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
