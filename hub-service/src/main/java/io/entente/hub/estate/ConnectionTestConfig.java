package io.entente.hub.estate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Testing a gateway's connection before it is stored. */
@ConfigMapping(prefix = "entente.connection-test")
public interface ConnectionTestConfig {

  /** Longest that one test may take. Raise it for gateways that answer slowly. */
  @WithDefault("10s")
  @DurationMin(millis = 10)
  Duration timeLimit();

  /** How many tests may run at once; a further one is refused with 429. */
  @WithDefault("4")
  @Min(1)
  int atOnce();
}
