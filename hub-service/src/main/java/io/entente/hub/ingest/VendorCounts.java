package io.entente.hub.ingest;

import java.time.Instant;
import java.util.List;

/**
 * What a vendor counted of our APIs beside what arrived of them one by one.
 *
 * @param since first instant
 * @param asOf up to where the vendor's counts are final
 * @param note why the difference is no number of losses
 */
public record VendorCounts(Instant since, Instant asOf, List<OfApi> apis, String note) {

  static final String NOTE =
      "The vendor counts whole proxies, also requests that no logged route takes and those of a"
          + " time before logging was applied. Where all routes are logged, more counted than"
          + " arrived means that lines were lost.";

  public VendorCounts {
    apis = List.copyOf(apis);
  }

  /**
   * One API of it.
   *
   * @param estimated of the arrived, those that a sample stands for
   * @param aggregated of the arrived, those that were counted and not kept one by one
   */
  public record OfApi(String api, long counted, long arrived, long estimated, long aggregated) {}
}
