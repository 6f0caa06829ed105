package io.entente.hub.traffic.store;

import io.entente.model.event.TrafficEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What an event has to be to become a row, and times as rows have them. */
public final class StoredEvent {

  private StoredEvent() {}

  /**
   * Throws {@link ArithmeticException} when a time or duration of {@code event} has no row form.
   */
  public static void requireStorable(TrafficEvent event) {
    micros(event.time());
    micros(event.observedTime());
    LatencyBuckets.index(event.duration().toNanos());
  }

  static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
