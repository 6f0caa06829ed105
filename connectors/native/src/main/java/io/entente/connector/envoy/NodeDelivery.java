package io.entente.connector.envoy;

import java.time.Instant;
import java.util.Optional;

/**
 * What one Envoy counted and what of it arrived.
 *
 * @param counted entries that it made, by its own counters, those it threw away included
 * @param arrived entries of the same stretch that are durable
 * @param restarts how often its counters began again; what it made just before is not known
 * @param stretch between which two counts is compared; empty while there are not two
 */
public record NodeDelivery(
    String node, long counted, long arrived, int restarts, Optional<Stretch> stretch) {

  /**
   * A stretch of time on the clock of the Envoy.
   *
   * @param since when it counted first
   * @param asOf when it counted last
   */
  public record Stretch(Instant since, Instant asOf) {}

  /** Counted and not arrived. */
  public long missing() {
    return Math.max(0, counted - arrived);
  }
}
