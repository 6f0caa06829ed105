package io.entente.model.event;

import java.util.Optional;

/**
 * What a vendor counted in one bucket. A number it did not give is absent, never 0.
 *
 * @param requests all of them
 * @param errors requests that ended in an error of any kind
 * @param policyErrors errors that a policy raised
 * @param targetErrors errors that the target answered with
 * @param latencyMillis sum over the requests of the whole exchange, milliseconds
 * @param targetLatencyMillis sum over the requests that reached the target, milliseconds
 * @param requestBytes sum
 * @param responseBytes sum
 */
public record AggregateCounts(
    Optional<Long> requests,
    Optional<Long> errors,
    Optional<Long> policyErrors,
    Optional<Long> targetErrors,
    Optional<Double> latencyMillis,
    Optional<Double> targetLatencyMillis,
    Optional<Long> requestBytes,
    Optional<Long> responseBytes) {

  public AggregateCounts {
    notNegative("requests", requests);
    notNegative("errors", errors);
    notNegative("policyErrors", policyErrors);
    notNegative("targetErrors", targetErrors);
    notNegative("latencyMillis", latencyMillis);
    notNegative("targetLatencyMillis", targetLatencyMillis);
    notNegative("requestBytes", requestBytes);
    notNegative("responseBytes", responseBytes);
  }

  private static void notNegative(String name, Optional<? extends Number> value) {
    double number = value.map(Number::doubleValue).orElse(0.0);
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException("aggregated " + name + " " + number + " is impossible");
    }
  }
}
