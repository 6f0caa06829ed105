package io.entente.model.event;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted in one bucket. A number that was not given is absent, never 0.
 *
 * @param requests all of them
 * @param errors requests that ended in an error of any kind
 * @param policyErrors errors that a policy raised
 * @param targetErrors errors that the target answered with
 * @param latencyMillis sum over the requests of the whole exchange, milliseconds
 * @param targetLatencyMillis sum over the requests that reached the target, milliseconds
 * @param requestBytes sum
 * @param responseBytes sum
 * @param latencies how many requests are in which bucket of latency; empty where nobody says
 */
public record AggregateCounts(
    Optional<Long> requests,
    Optional<Long> errors,
    Optional<Long> policyErrors,
    Optional<Long> targetErrors,
    Optional<Double> latencyMillis,
    Optional<Double> targetLatencyMillis,
    Optional<Long> requestBytes,
    Optional<Long> responseBytes,
    SortedMap<Integer, Long> latencies) {

  public AggregateCounts {
    notNegative("requests", requests);
    notNegative("errors", errors);
    notNegative("policyErrors", policyErrors);
    notNegative("targetErrors", targetErrors);
    notNegative("latencyMillis", latencyMillis);
    notNegative("targetLatencyMillis", targetLatencyMillis);
    notNegative("requestBytes", requestBytes);
    notNegative("responseBytes", responseBytes);
    latencies = Collections.unmodifiableSortedMap(new TreeMap<>(latencies));
    long spread = latencies.values().stream().mapToLong(Long::longValue).sum();
    if (!latencies.isEmpty() && requests.filter(all -> all == spread).isEmpty()) {
      throw new IllegalArgumentException(
          "latencies of " + spread + " requests are not those of " + requests.orElse(0L));
    }
  }

  /** Without latencies of single requests, as vendors count. */
  public AggregateCounts(
      Optional<Long> requests,
      Optional<Long> errors,
      Optional<Long> policyErrors,
      Optional<Long> targetErrors,
      Optional<Double> latencyMillis,
      Optional<Double> targetLatencyMillis,
      Optional<Long> requestBytes,
      Optional<Long> responseBytes) {
    this(
        requests,
        errors,
        policyErrors,
        targetErrors,
        latencyMillis,
        targetLatencyMillis,
        requestBytes,
        responseBytes,
        Collections.emptySortedMap());
  }

  private static void notNegative(String name, Optional<? extends Number> value) {
    double number = value.map(Number::doubleValue).orElse(0.0);
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException("aggregated " + name + " " + number + " is impossible");
    }
  }
}
