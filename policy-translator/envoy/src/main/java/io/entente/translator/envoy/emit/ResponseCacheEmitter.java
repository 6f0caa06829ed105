package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code responseCache} as nothing: Envoy documents its cache filter as work in progress, not ready
 * for deployment, and it keeps what the origin says and nothing of a policy.
 */
public final class ResponseCacheEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "responseCache";
  }

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
          Evidence.ANSWER_STORE.grade(),
          new Stated(policy.id())
              .stricter(
                  "cache-not-ready",
                  ("0 answers are kept on each of %d nodes: Envoy calls its cache filter work in"
                          + " progress and not ready for deployment, and 0 fields of a policy can be"
                          + " said in it")
                      .formatted(place.nodes()),
                  "Cache on another gateway or in the upstream."));
    }
    return ledger.report(place.route());
  }
}
