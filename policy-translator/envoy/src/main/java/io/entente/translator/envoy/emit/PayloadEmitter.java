package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.List;
import java.util.TreeMap;

/**
 * A kind that reads bodies, as nothing: no filter of Envoy does, only a service that it would call.
 *
 * @param kindName of the kind
 */
public record PayloadEmitter(String kindName) implements KindEmitter {

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return new RouteFilters(
        new TreeMap<>(), policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    for (String field : KindFields.of(policy).keySet()) {
      ledger.unsupported(
          field,
          Evidence.PAYLOAD.grade(),
          new Stated(policy.id())
              .looser(
                  "no-payload-filter",
                  ("0 requests are inspected on each of %d nodes: Envoy has no filter for it, and no"
                          + " callout service runs beside it yet")
                      .formatted(place.nodes()),
                  "Enforce it on another gateway or in the upstream."));
    }
    return ledger.report(place.route());
  }
}
