package io.entente.connector.spi;

import java.time.Duration;

/**
 * By which terms a vendor's counts are read.
 *
 * @param provenance the vendor's means, for example {@code apigee/stats}
 * @param width of a bucket, whole minutes
 * @param delay how long after its end a bucket usually is whole
 * @param reread how long after its end a bucket is asked for again, because it may still change
 * @param span longest time to ask for at once
 */
public record AggregateTerms(
    String provenance, Duration width, Duration delay, Duration reread, Duration span) {

  public AggregateTerms {
    if (provenance.isBlank()) {
      throw new IllegalArgumentException("provenance of aggregates is blank");
    }
    if (width.toMinutes() < 1 || !width.equals(Duration.ofMinutes(width.toMinutes()))) {
      throw new IllegalArgumentException("width " + width + " is not whole minutes");
    }
    if (delay.isNegative() || reread.compareTo(delay) < 0) {
      throw new IllegalArgumentException("reread " + reread + " is shorter than delay " + delay);
    }
    if (span.compareTo(width) < 0) {
      throw new IllegalArgumentException("span " + span + " is shorter than width " + width);
    }
  }
}
