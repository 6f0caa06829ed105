package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Preflight;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What stands around a Step that asks for credentials. */
final class AccessBounds {

  private AccessBounds() {}

  static List<Deviation> around(Stated stated, Place place) {
    var found = new ArrayList<Deviation>();
    FaultRules.deviation(stated, place).ifPresent(found::add);
    return found;
  }

  static List<Deviation> preflight(Stated stated, Place place, Preflight preflight) {
    return !place.made() && place.kinds().contains("cors") && preflight == Preflight.CHECK
        ? List.of(
            stated.stricter(
                "preflight-refused",
                "1 flow hook comes before the proxy: a preflight, which has no credentials, is"
                    + " answered 401, not 200, and 0 pages of other origins get through",
                "Write preflight: pass."))
        : List.of();
  }

  static Deviation notTakenOff(Stated stated) {
    return stated.looser(
        "environment-type",
        "0 of 1 thing needed to take it off, AssignMessage, runs in an environment of type BASE",
        "Move the proxies to an environment of type INTERMEDIATE or COMPREHENSIVE.");
  }
}
