package io.entente.hub.estate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Reading what gateways hold. */
@ConfigMapping(prefix = "entente.inventory")
public interface InventoryConfig {

  /**
   * How often every gateway is read: what holds policies and what is ours. Shorter finds hand edits
   * sooner and asks the gateway more often.
   */
  @WithDefault("60s")
  @DurationMin(seconds = 1)
  Duration interval();

  /**
   * How often all of a gateway is read where that is much work. Raise it for an Apigee organisation
   * with many proxies and a small quota.
   */
  @WithDefault("15m")
  @DurationMin(seconds = 1)
  Duration fullInterval();

  /** How often the hub looks which gateway is due. Lower than the interval; seldom changed. */
  @WithDefault("5s")
  @DurationMin(millis = 10)
  Duration tick();
}
