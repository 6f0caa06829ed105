package io.entente.hub.estate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Bytes of files that were read from gateways. */
@ConfigMapping(prefix = "entente.blobs")
public interface BlobConfig {

  /**
   * How often bytes that no picture, plan, drift or applied state names any more are forgotten.
   * Lower it when the database grows fast with new revisions of proxies.
   */
  @WithDefault("24h")
  @DurationMin(seconds = 1)
  Duration sweepEvery();

  /** How long after the start the first sweep waits. Seldom changed. */
  @WithDefault("10m")
  @DurationMin(seconds = 0)
  Duration sweepDelay();
}
