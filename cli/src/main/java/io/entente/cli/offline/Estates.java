package io.entente.cli.offline;

import io.entente.model.estate.Vendor;
import java.util.List;

/** Files of a vendor's own tools as what a gateway holds. */
public final class Estates {

  private Estates() {}

  /**
   * @throws io.entente.model.problem.ProblemException they are none of this vendor's
   */
  public static Estate read(Vendor vendor, List<EstateSource> sources) {
    if (sources.isEmpty()) {
      return Estate.empty();
    }
    return switch (vendor) {
      case KONG -> KongEstate.of(sources);
      case APIGEE -> ApigeeEstate.of(sources);
      case ENVOY -> EnvoyEstate.of(sources);
    };
  }
}
