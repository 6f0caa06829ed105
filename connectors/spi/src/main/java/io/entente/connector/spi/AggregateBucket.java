package io.entente.connector.spi;

import io.entente.model.event.AggregateCounts;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One bucket as the vendor gave it.
 *
 * @param dimensions in the vendor's words; sorted
 * @param start first instant
 */
public record AggregateBucket(
    SortedMap<String, String> dimensions, Instant start, AggregateCounts counts) {

  public AggregateBucket {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }
}
