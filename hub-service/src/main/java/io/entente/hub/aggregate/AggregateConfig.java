package io.entente.hub.aggregate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code entente.aggregate}. */
@ConfigMapping(prefix = "entente.aggregate")
public interface AggregateConfig {

  /** How often a gateway's counts are read. */
  @WithDefault("PT2M")
  Duration interval();

  /** How far back the first read of a gateway goes. */
  @WithDefault("PT24H")
  Duration backfill();

  /** How long counts are kept. */
  @WithDefault("P90D")
  Duration retention();

  /** How many gateways are read at once. */
  @WithDefault("2")
  int workers();
}
