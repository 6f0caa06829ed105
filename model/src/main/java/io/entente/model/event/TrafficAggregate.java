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
 * Requests of a stretch of time as they were counted, by the vendor itself or of one delivery of a
 * gateway's log. It says nothing of any single request, and no {@link TrafficEvent} is ever made of
 * it. A later one for the same gateway, dimensions and start replaces it.
 *
 * @param gateway decided by whom was asked, or by the delivery's credential
 * @param dimensions by what was grouped: the vendor's own words, or with {@link #DELIVERY}, {@link
 *     #ROUTE} and {@link #STATUS}; sorted
 * @param api whose requests these are, where all of the group are those of one API
 * @param start first instant of the bucket
 * @param width of the bucket
 * @param observedTime when the vendor gave them, or the delivery came
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

  /**
   * The dimension that only counts of deliveries have. Its value is the same when the same delivery
   * comes again, and no other's: such counts are added up, and each counts once.
   */
  public static final String DELIVERY = "delivery";

  /** The route, of a delivery. */
  public static final String ROUTE = "route";

  /** Status of the answers, of a delivery; 0 where the client was gone. */
  public static final String STATUS = "status";

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

  /** Whether it counts the requests of one delivery; otherwise a vendor gave it. */
  public boolean ofDelivery() {
    return dimensions.containsKey(DELIVERY);
  }

  /** First instant after the bucket. */
  public Instant end() {
    return start.plus(width);
  }
}
