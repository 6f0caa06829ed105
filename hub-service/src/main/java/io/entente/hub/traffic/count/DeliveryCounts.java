package io.entente.hub.traffic.count;

import io.entente.hub.traffic.store.LatencyBuckets;
import io.entente.model.event.AggregateCounts;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficAggregate.Standing;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Folds the requests of one delivery into counts by gateway, API, route, status and minute. The
 * same delivery gives the same counts of the same names, in whatever order it holds them.
 */
public final class DeliveryCounts {

  private static final Duration WIDTH = Duration.ofMinutes(1);
  private static final int HASHED = 16;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private DeliveryCounts() {}

  private record Cell(
      Tenant tenant,
      GatewayId gateway,
      Optional<ApiName> api,
      Optional<RouteName> route,
      int status,
      Instant minute,
      String provenance) {

    static Cell of(TrafficEvent event) {
      return new Cell(
          event.tenant(),
          event.gateway(),
          event.api(),
          event.route(),
          event.status(),
          event.time().truncatedTo(ChronoUnit.MINUTES),
          event.provenance().orElse("unknown"));
    }
  }

  /** Counts of {@code delivered}, of which one that is there twice counts once. */
  public static List<TrafficAggregate> of(List<TrafficEvent> delivered) {
    var distinct = new TreeMap<String, TrafficEvent>();
    delivered.forEach(event -> distinct.putIfAbsent(event.gateway() + " " + event.id(), event));
    Map<Cell, List<TrafficEvent>> cells = new LinkedHashMap<>();
    distinct
        .values()
        .forEach(event -> cells.computeIfAbsent(Cell.of(event), c -> new ArrayList<>()).add(event));
    return cells.entrySet().stream()
        .map(cell -> aggregate(cell.getKey(), cell.getValue()))
        .toList();
  }

  private static TrafficAggregate aggregate(Cell cell, List<TrafficEvent> in) {
    var dimensions = new TreeMap<String, String>();
    dimensions.put(TrafficAggregate.DELIVERY, hash(in));
    dimensions.put(TrafficAggregate.STATUS, Integer.toString(cell.status()));
    cell.route().ifPresent(route -> dimensions.put(TrafficAggregate.ROUTE, route.value()));
    return new TrafficAggregate(
        cell.tenant(),
        cell.gateway(),
        dimensions,
        cell.api(),
        cell.minute(),
        WIDTH,
        counts(in),
        in.get(0).observedTime(),
        cell.provenance(),
        Standing.FINAL);
  }

  private static AggregateCounts counts(List<TrafficEvent> in) {
    var latencies = new TreeMap<Integer, Long>();
    for (TrafficEvent event : in) {
      int bucket = LatencyBuckets.wide(LatencyBuckets.index(nanos(event.duration())));
      latencies.merge(bucket, 1L, Long::sum);
    }
    return new AggregateCounts(
        Optional.of((long) in.size()),
        Optional.of(in.stream().filter(TrafficEvent::failed).count()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(in.stream().mapToDouble(e -> nanos(e.duration()) / NANOS_PER_MILLI).sum()),
        Optional.empty(),
        sum(in, TrafficEvent::requestBytes),
        sum(in, TrafficEvent::responseBytes),
        latencies);
  }

  /** Absent where a part of it is not known, or beyond what anybody can have sent. */
  private static Optional<Long> sum(
      List<TrafficEvent> in, Function<TrafficEvent, Optional<Long>> number) {
    long sum = 0;
    for (TrafficEvent event : in) {
      long part = number.apply(event).orElse(-1L);
      if (part < 0 || part > Long.MAX_VALUE - sum) {
        return Optional.empty();
      }
      sum += part;
    }
    return Optional.of(sum);
  }

  /**
   * What a gateway says may be more than a number of nanoseconds holds; it is counted all the same.
   */
  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException beyond) {
      return Long.MAX_VALUE;
    }
  }

  /** The same for the same requests, whatever API they are found to belong to. */
  private static String hash(List<TrafficEvent> in) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (TrafficEvent event : in) {
        digest.update(event.id().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASHED);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not there", e);
    }
  }
}
