package io.entente.hub.aggregate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Counts that vendors keep themselves, such as Apigee analytics. */
@ConfigMapping(prefix = "entente.aggregate")
public interface AggregateConfig {

  /** How often a gateway's counts are read. Raise it where the vendor's quota is small. */
  @WithDefault("PT2M")
  @DurationMin(millis = 10)
  Duration interval();

  /** How far back the first read of a gateway goes. Raise it to see more of the past. */
  @WithDefault("PT24H")
  @DurationMin(seconds = 0)
  Duration backfill();

  /** How long counts are kept. Raise it for longer comparisons; rows grow with it. */
  @WithDefault("P90D")
  @DurationMin(seconds = 1)
  Duration retention();

  /** How many gateways are read at once. Raise it for many slow gateways. */
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int workers();

  /** How often the hub looks which gateway is due. Lower than the interval; seldom changed. */
  @WithDefault("10s")
  @DurationMin(millis = 10)
  Duration tick();
}
