package io.entente.hub.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What vendors counted.
 *
 * @param widthSeconds of the buckets shown
 * @param note what these numbers are and are not
 * @param gateways how reading stands where a vendor counts
 * @param series one a gateway and group
 * @param more whether buckets were left out because there are too many
 */
record AggregateAnswer(
    Instant from,
    Instant to,
    long widthSeconds,
    String note,
    List<Source> gateways,
    List<Series> series,
    boolean more) {

  static final String NOTE =
      "Counts by the vendor, as it gave them; this hub saw none of these requests. They come with"
          + " the delay given, a provisional bucket may still change, and a minute without a"
          + " bucket is one of which the vendor said nothing.";

  AggregateAnswer {
    gateways = List.copyOf(gateways);
    series = List.copyOf(series);
  }

  /**
   * Where counts come from.
   *
   * @param state CURRENT, CATCHING_UP, UNAVAILABLE or FAILING
   * @param settledUntil counts before it are final
   * @param delaySeconds how long after its end a bucket usually is whole
   * @param rereadSeconds how long after its end a bucket is read again
   */
  record Source(
      String gateway,
      String provenance,
      String state,
      Optional<Instant> settledUntil,
      Optional<Instant> completeAt,
      long delaySeconds,
      long rereadSeconds,
      Optional<String> problem) {}

  /** Buckets of one group, in order. */
  record Series(
      String gateway,
      Map<String, String> dimensions,
      Optional<String> api,
      String provenance,
      List<Bucket> buckets) {

    Series {
      buckets = List.copyOf(buckets);
    }
  }

  /** What was counted; a number that the vendor did not give for all of the bucket is absent. */
  record Bucket(
      Instant start,
      Optional<Long> requests,
      Optional<Long> errors,
      Optional<Long> policyErrors,
      Optional<Long> targetErrors,
      Optional<Double> latencyMillisSum,
      Optional<Double> targetLatencyMillisSum,
      Optional<Long> requestBytes,
      Optional<Long> responseBytes,
      boolean provisional) {}
}
