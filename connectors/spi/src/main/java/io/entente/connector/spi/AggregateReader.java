package io.entente.connector.spi;

import java.time.Instant;

/**
 * Reads what a vendor counted by itself. Blocks; called at most once at a time per gateway, and it
 * bounds every wait.
 */
public interface AggregateReader {

  /** By which terms the vendor's counts are to be read; does no I/O. */
  AggregateTerms terms();

  /**
   * Every bucket that begins in {@code from} to before {@code to}, both at the edge of a bucket.
   * Failure is the return value: an answer that was cut short, or of which a part was not
   * understood, is {@code Failed}.
   */
  AggregateRead read(Instant from, Instant to);
}
