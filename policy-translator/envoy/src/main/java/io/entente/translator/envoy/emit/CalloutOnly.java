package io.entente.translator.envoy.emit;

import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.List;
import java.util.TreeMap;

/** What no filter of Envoy does: it would take a service that Envoy asks about each request. */
final class CalloutOnly {

  private CalloutOnly() {}

  /** Nothing goes out, and every field says why. */
  static RouteFilters refused(
      List<Policy> policies, Place place, String code, String bound, String remedy) {
    return new RouteFilters(
        new TreeMap<>(),
        policies.stream()
            .map(
                policy -> {
                  var ledger = new FieldLedger(policy);
                  var why = new Stated(policy.id()).looser(code, bound, remedy);
                  KindFields.of(policy)
                      .forEach(
                          (field, value) -> {
                            if (value.equals("none")) {
                              ledger.withoutMeaning(field);
                            } else {
                              ledger.unsupported(field, Evidence.NO_FILTER.grade(), why);
                            }
                          });
                  return ledger.report(place.route());
                })
            .toList());
  }
}
