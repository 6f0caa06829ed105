package io.entente.hub.estate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code entente.connection-test}. */
@ConfigMapping(prefix = "entente.connection-test")
public interface ConnectionTestConfig {

  /** Longest that one test of a gateway's connection may take. */
  @WithDefault("PT10S")
  Duration timeLimit();

  /** How many tests may run at once; a further one is refused with 429. */
  @WithDefault("4")
  int atOnce();
}
