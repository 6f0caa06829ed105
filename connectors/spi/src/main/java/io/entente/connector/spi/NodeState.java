package io.entente.connector.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one data-plane process has taken up what was applied.
 *
 * @param node as it names itself
 * @param sync how far
 * @param version of the configuration it runs, as the vendor numbers it; empty when unknown
 * @param message the vendor's own words when rejected
 * @param since when this state began
 */
public record NodeState(
    String node, Sync sync, Optional<String> version, Optional<String> message, Instant since) {

  /** Known states of a node. */
  public enum Sync {
    /** Runs what was applied last. */
    SYNCED,
    /** Was sent it, has not answered. */
    PENDING,
    /** Refused it and runs the last good one. */
    REJECTED,
    /** Is not connected; runs what it had. */
    STALE,
    UNKNOWN
  }
}
