package io.entente.hub.traffic;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well while traffic is read and close behind; a hub that is not still serves its gateways. */
@Wellness
@ApplicationScoped
public class TrafficHealth implements HealthCheck {

  private final IngestState state;
  private final TrafficConfig config;

  TrafficHealth(IngestState state, TrafficConfig config) {
    this.state = state;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    var failure = state.failure();
    var answer =
        HealthCheckResponse.named("traffic")
            .withData("lag", state.lag())
            .withData("stored", state.stored())
            .withData("poison", state.poison())
            .withData("missed", state.missed())
            .withData("rereading", state.rereading())
            .status(failure.isEmpty() && state.lag() <= config.maxLag());
    failure.ifPresent(f -> answer.withData("failure", f));
    return answer.build();
  }
}
