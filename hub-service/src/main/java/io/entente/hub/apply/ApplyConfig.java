package io.entente.hub.apply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Applying plans. */
@ConfigMapping(prefix = "entente.apply")
public interface ApplyConfig {

  /**
   * How long after its last step a plan waits for every node of the gateway to say that it runs the
   * configuration. Raise it for gateways whose nodes take longer; the plan then says how many did.
   */
  @WithDefault("10s")
  @DurationMin(seconds = 0)
  Duration convergenceTimeout();
}
