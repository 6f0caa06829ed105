package io.entente.hub.ingest;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Well while the syslog receiver listens, or is not to. */
@Wellness
@ApplicationScoped
public class SyslogHealth implements HealthCheck {

  private final SyslogListener listener;
  private final SyslogCounts counts;

  SyslogHealth(SyslogListener listener, SyslogCounts counts) {
    this.listener = listener;
    this.counts = counts;
  }

  @Override
  public HealthCheckResponse call() {
    var failure = listener.failure();
    var answer =
        HealthCheckResponse.named("syslog")
            .withData("connections", counts.open())
            .withData("unattributed", counts.unattributed())
            .withData("cutOff", counts.cutOffs())
            .withData("abandoned", counts.abandoned())
            .status(failure.isEmpty());
    failure.ifPresent(why -> answer.withData("failure", why));
    return answer.build();
  }
}
