package io.entente.hub.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Events on their way from the database to Kafka. */
@ConfigMapping(prefix = "entente.outbox")
public interface OutboxConfig {

  /** How often kept events are sent. Raise it to ask the database less; events then come later. */
  @WithDefault("0.5s")
  @DurationMin(millis = 10)
  Duration interval();
}
