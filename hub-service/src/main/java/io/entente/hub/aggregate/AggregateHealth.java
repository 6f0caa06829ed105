package io.entente.hub.aggregate;

import io.entente.hub.aggregate.PullState.Stage;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well while no gateway's counts fail to be read; that a vendor has none is no failure. */
@Wellness
@ApplicationScoped
public class AggregateHealth implements HealthCheck {

  private final AggregateSchedule schedule;

  AggregateHealth(AggregateSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("aggregates");
    boolean well = true;
    for (var entry : schedule.states().entrySet()) {
      PullState state = entry.getValue();
      well &= state.stage() != Stage.FAILING;
      answer.withData(
          entry.getKey().value(),
          state.stage() + state.why().map(problem -> " " + problem.code()).orElse(""));
    }
    return answer.status(well).build();
  }
}
