package io.entente.hub.aggregate;

import io.entente.hub.aggregate.AggregateAnswer.Source;
import io.entente.hub.estate.Estate;
import io.entente.model.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What vendors counted by themselves. */
@Path("/api/traffic/aggregates")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AggregateResource {

  private final AggregateSchedule schedule;
  private final AggregateView view;
  private final Estate estate;

  AggregateResource(AggregateSchedule schedule, AggregateView view, Estate estate) {
    this.schedule = schedule;
    this.view = view;
    this.estate = estate;
  }

  @GET
  @RolesAllowed("traffic:read")
  @Operation(
      summary = "Counts by the vendors",
      description =
          "Requests as gateways' vendors counted them, by gateway, group and width. They are never"
              + " mixed with the requests that this hub was told of one by one. Every bucket says"
              + " whether it is provisional, and every gateway how long its vendor's delay is.")
  public AggregateAnswer get(@BeanParam AggregateQuery query) {
    var range = query.range(Instant.now());
    var found = view.find(estate.tenant(), query, range);
    return new AggregateAnswer(
        range.from(),
        range.to(),
        range.width().toSeconds(),
        AggregateAnswer.NOTE,
        sources(query),
        found.series(),
        found.more());
  }

  private List<Source> sources(AggregateQuery query) {
    return schedule.states().entrySet().stream()
        .filter(entry -> query.gateway().map(entry.getKey().value()::equals).orElse(true))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> source(entry.getKey().value(), entry.getValue()))
        .toList();
  }

  private static Source source(String gateway, PullState state) {
    return new Source(
        gateway,
        state.terms().provenance(),
        state.stage().name(),
        state.settledUntil(),
        state.completeAt(),
        state.terms().delay().toSeconds(),
        state.terms().reread().toSeconds(),
        state.why().map(AggregateResource::text));
  }

  private static String text(Problem problem) {
    return problem.code() + ": " + problem.message() + " " + problem.nextStep();
  }
}
