package io.entente.hub.ingest;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well unless entries of logs were left out in the last ten minutes. */
@Wellness
@ApplicationScoped
public class IngestHealth implements HealthCheck {

  private static final Duration RECENT = Duration.ofMinutes(10);

  private final IngestCounts counts;

  IngestHealth(IngestCounts counts) {
    this.counts = counts;
  }

  @Override
  public HealthCheckResponse call() {
    var last = counts.last();
    boolean recent = last.filter(l -> l.when().isAfter(Instant.now().minus(RECENT))).isPresent();
    var answer =
        HealthCheckResponse.named("ingest")
            .withData("accepted", counts.accepted())
            .withData("leftOut", counts.leftOut())
            .status(!recent);
    last.ifPresent(
        l ->
            answer.withData(
                "lastLeftOut",
                l.when() + ", gateway " + l.gateway() + ", " + l.entries() + " x " + l.first()));
    return answer.build();
  }
}
