package io.entente.hub.drift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Looking for drift. */
@ConfigMapping(prefix = "entente.drift")
public interface DriftConfig {

  /**
   * How often the last complete read of every gateway is compared with what was applied. It asks no
   * gateway: to find drift sooner lower {@code entente.inventory.interval} too.
   */
  @WithDefault("30s")
  @DurationMin(millis = 10)
  Duration every();
}
