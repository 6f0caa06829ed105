package io.entente.hub.problem;

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
  private final HttpProblems problems;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      HttpProblems problems) {
    this.limit = limit.asLongValue();
    this.problems = problems;
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
    context.response().putHeader("Connection", "close");
    problems.answer(context.response(), 413, List.of(problem));
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
