package io.entente.model.event;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Requests of a stretch of time as the vendor itself counted them. It says nothing of any single
 * request, and no {@link TrafficEvent} is ever made of it. A later one for the same gateway,
 * dimensions and start replaces it.
 *
 * @param gateway decided by whom was asked
 * @param dimensions by what the vendor grouped, in its own words; sorted
 * @param api whose requests these are, where all of the group are those of one API
 * @param start first instant of the bucket
 * @param width of the bucket
 * @param counts as the vendor gave them
 * @param observedTime when the vendor gave them
 * @param provenance the vendor's means that told of it, for example {@code apigee/stats}
 * @param standing whether the bucket is asked for again
 */
public record TrafficAggregate(
    Tenant tenant,
    GatewayId gateway,
    SortedMap<String, String> dimensions,
    Optional<ApiName> api,
    Instant start,
    Duration width,
    AggregateCounts counts,
    Instant observedTime,
    String provenance,
    Standing standing) {

  /** How sure the counts are. */
  public enum Standing {
    /** The vendor may still count; the bucket is asked for again. */
    PROVISIONAL,
    /** Not asked for again. */
    FINAL
  }

  public TrafficAggregate {
    if (width.isNegative() || width.isZero()) {
      throw new IllegalArgumentException("width " + width + " of an aggregate is not > 0");
    }
    if (provenance.isBlank()) {
      throw new IllegalArgumentException("provenance of an aggregate is blank");
    }
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** First instant after the bucket. */
  public Instant end() {
    return start.plus(width);
  }
}
