package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.LimitKey;
import io.entente.policy.Policy;
import io.entente.policy.Quota;
import io.entente.translator.FieldLedger;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * {@code quota} as nothing: a bucket in an Envoy process follows no calendar and is full again
 * after every restart, so an allowance would be promised and not kept.
 */
public final class QuotaEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "quota";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return new RouteFilters(
        new TreeMap<>(), policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var quota = (Quota) policy.spec().kind();
    var ledger = new FieldLedger(policy);
    for (String field : List.of("requests", "period", "key", "mode")) {
      ledger.unsupported(field, Evidence.PERIOD.grade(), uncounted(policy, quota, place));
    }
    if (quota.key() instanceof LimitKey.Header) {
      ledger.unsupported("onMissingKey", Evidence.PERIOD.grade(), uncounted(policy, quota, place));
    } else {
      ledger.withoutMeaning("onMissingKey");
    }
    return ledger.report(place.route());
  }

  private static Deviation uncounted(Policy policy, Quota quota, Place place) {
    return new Deviation(
        "quota-not-counted",
        Direction.LOOSER,
        ("0 requests are counted against %d in a calendar %s: each of %d nodes would count alone,"
                + " from an instant of its own, and start again with every restart")
            .formatted(
                quota.requests(), quota.period().name().toLowerCase(Locale.ROOT), place.nodes()),
        "Use rateLimit with a window that a restart may cut, or enforce the quota on a gateway that"
            + " keeps counts.",
        List.of(policy.id()));
  }
}
