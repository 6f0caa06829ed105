package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The query parameters of a question, as text; all that is wrong is reported at once. */
public record TrafficParameters(
    @QueryParam("from") @DefaultValue("-1h") String from,
    @QueryParam("to") @DefaultValue("-0s") String to,
    @QueryParam("gateway") Optional<String> gateway,
    @QueryParam("api") Optional<String> api,
    @QueryParam("route") Optional<String> route,
    @QueryParam("consumer") Optional<String> consumer,
    @QueryParam("groupBy") @DefaultValue("gateway") String groupBy,
    @QueryParam("step") Optional<String> step) {

  private static final int DEFAULT_POINTS = 60;

  TrafficFilter filter() {
    return new TrafficFilter(gateway, api, route, consumer);
  }

  TrafficQuery query(Tenant tenant, Instant now) {
    List<Problem> problems = new ArrayList<>();
    var start = TimeExpression.instant("from", from, now, problems);
    var end = TimeExpression.instant("to", to, now, problems);
    var group = group(problems);
    var width = step.flatMap(s -> TimeExpression.width("step", s, problems));
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
    return query(tenant, start.orElseThrow(), end.orElseThrow(), group.orElseThrow(), width);
  }

  private TrafficQuery query(
      Tenant tenant, Instant start, Instant end, GroupBy group, Optional<Duration> width) {
    var seconds = Duration.between(start, end).toSeconds();
    var chosen = width.orElse(Duration.ofSeconds(Math.max(1, seconds / DEFAULT_POINTS)));
    if (seconds / chosen.toSeconds() >= TrafficQuery.MAX_POINTS) {
      throw new ProblemException(
          Problem.user(
              "TRAFFIC_STEP_TOO_SMALL",
              "the step gives more than " + TrafficQuery.MAX_POINTS + " points",
              "step",
              chosen.toSeconds() + "s",
              "Give a step of at least " + (seconds / TrafficQuery.MAX_POINTS + 1) + "s."));
    }
    return new TrafficQuery(tenant, start, end, filter(), group, chosen);
  }

  private Optional<GroupBy> group(List<Problem> problems) {
    var found =
        Arrays.stream(GroupBy.values())
            .filter(g -> g.name().toLowerCase(Locale.ROOT).equals(groupBy))
            .findFirst();
    if (found.isEmpty()) {
      problems.add(
          Problem.user(
              "TRAFFIC_GROUP_UNKNOWN",
              "traffic cannot be grouped by '" + groupBy + "'",
              "groupBy",
              groupBy,
              "Use gateway, api, route, consumer, status, class or decision."));
    }
    return found;
  }
}
