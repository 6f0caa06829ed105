package io.entente.hub.ingest;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well unless a gateway counted more requests than arrived of it. */
@Wellness
@ApplicationScoped
public class DeliveryHealth implements HealthCheck {

  private final Reconciliation reconciliation;

  DeliveryHealth(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public HealthCheckResponse call() {
    var losing = reconciliation.losing();
    var answer = HealthCheckResponse.named("delivery").status(losing.isEmpty());
    losing.forEach(
        view ->
            answer.withData(
                view.gateway(), view.missing() + " of " + view.counted() + " requests missing"));
    return answer.build();
  }
}
