package io.entente.hub.aggregate;

import io.entente.hub.traffic.rest.TimeExpression;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query parameters of a question, as text; all that is wrong is reported at once. */
public record AggregateQuery(
    @QueryParam("from") @DefaultValue("-1h") String from,
    @QueryParam("to") @DefaultValue("-0s") String to,
    @QueryParam("gateway") Optional<String> gateway,
    @QueryParam("api") Optional<String> api,
    @QueryParam("width") Optional<String> width) {

  private static final int DEFAULT_POINTS = 60;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The question, checked. */
  record Range(Instant from, Instant to, Duration width) {}

  Range range(Instant now) {
    List<Problem> problems = new ArrayList<>();
    var start = TimeExpression.instant("from", from, now, problems);
    var end = TimeExpression.instant("to", to, now, problems);
    var asked = width.flatMap(text -> TimeExpression.width("width", text, problems));
    if (asked.isPresent() && asked.get().toSeconds() % MINUTE.toSeconds() != 0) {
      problems.add(
          Problem.user(
              "TRAFFIC_WIDTH_INVALID",
              "'width' is not whole minutes",
              "width",
              width.orElse(""),
              "Give whole minutes such as 1m, 5m or 1h: vendors count by minutes."));
    }
    if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
      problems.add(
          Problem.user(
              "TRAFFIC_TIME_RANGE_EMPTY",
              "'from' is not before 'to'",
              "from",
              from,
              "Give a 'from' earlier than 'to', such as from=-1h."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    Instant first = start.orElseThrow();
    Instant last = end.orElseThrow();
    return new Range(first, last, asked.orElseGet(() -> usual(first, last)));
  }

  private static Duration usual(Instant first, Instant last) {
    long minutes = Duration.between(first, last).toMinutes();
    return MINUTE.multipliedBy(Math.max(1, minutes / DEFAULT_POINTS));
  }
}
