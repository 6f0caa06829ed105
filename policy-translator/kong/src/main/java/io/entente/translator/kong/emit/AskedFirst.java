package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What is meant to answer before credentials are asked for, and comes after them on Kong. */
final class AskedFirst {

  private AskedFirst() {}

  /**
   * @param plugin that asks, with its priority
   */
  static List<Deviation> of(String plugin, Place place, Stated stated) {
    var later = new ArrayList<String>();
    if (place.kinds().contains("ipFilter") || place.acting().contains(IpFilterEmitter.PLUGIN)) {
      later.add("ip-restriction (990) 403");
    }
    if (place.kinds().contains("accessBlock")
        || place.acting().contains(AccessBlockEmitter.PLUGIN)) {
      later.add("request-termination (2)");
    }
    return later.isEmpty()
        ? List.of()
        : List.of(
            stated.different(
                "asked-first",
                "%d that are meant to answer before come after %s: who has no credential is"
                        .formatted(later.size(), plugin)
                    + " answered 401 by it, not by "
                    + String.join(" or ", later),
                "None: Kong's order is fixed. Nobody gets through either way."));
  }
}
