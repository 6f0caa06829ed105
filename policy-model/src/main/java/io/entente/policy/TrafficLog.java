package io.entente.policy;

import io.entente.model.event.Recording;
import java.time.Duration;

/**
 * Exchanges are reported to the hub.
 *
 * @param maxDelay how long a gateway may hold an event back, 1 s to 60 s, whole seconds
 * @param record which of the exchanges the hub keeps
 */
public record TrafficLog(Duration maxDelay, Recording record) implements PolicyKind {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  public TrafficLog {
    if (maxDelay.compareTo(SHORTEST) < 0
        || maxDelay.compareTo(LONGEST) > 0
        || maxDelay.getNano() != 0) {
      throw new IllegalArgumentException(
          "maxDelay " + maxDelay + " is not a whole number of seconds in 1s..60s");
    }
  }

  /** One of which the hub keeps every exchange. */
  public TrafficLog(Duration maxDelay) {
    this(maxDelay, Recording.ALL);
  }

  @Override
  public String kindName() {
    return "trafficLog";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }
}
