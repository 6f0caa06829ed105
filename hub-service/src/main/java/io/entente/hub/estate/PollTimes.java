package io.entente.hub.estate;

import io.entente.model.identity.GatewayId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/**
 * When each gateway is polled next, and whether everything is read then. Times are spread so that
 * gateways are not read all at the same moment. Safe to share between threads.
 */
final class PollTimes {
  private static final double JITTER = 0.1;

  private final Duration interval;
  private final Duration fullInterval;
  private final Clock clock;
  private final DoubleSupplier random;
  private final Map<GatewayId, Instant> next = new ConcurrentHashMap<>();
  private final Map<GatewayId, Instant> nextFull = new ConcurrentHashMap<>();

  /**
   * @param random 0 to 1
   */
  PollTimes(Duration interval, Duration fullInterval, Clock clock, DoubleSupplier random) {
    this.interval = interval;
    this.fullInterval = fullInterval;
    this.clock = clock;
    this.random = random;
  }

  /** True when a poll is due; the next one is due an interval from now. */
  boolean due(GatewayId gateway) {
    boolean due = reached(next, gateway);
    if (due) {
      next.put(gateway, in(interval));
    }
    return due;
  }

  /** True until everything was read, and again a full interval later. */
  boolean everythingDue(GatewayId gateway) {
    return reached(nextFull, gateway);
  }

  void everythingRead(GatewayId gateway) {
    nextFull.put(gateway, in(fullInterval));
  }

  private boolean reached(Map<GatewayId, Instant> at, GatewayId gateway) {
    Instant now = clock.instant();
    return !now.isBefore(at.getOrDefault(gateway, now));
  }

  private Instant in(Duration every) {
    double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
    return clock.instant().plusMillis((long) (every.toMillis() * factor));
  }
}
