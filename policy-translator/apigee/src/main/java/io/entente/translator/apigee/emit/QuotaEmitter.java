package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code quota} as Quota of type calendar, whose periods begin where those of UTC do. */
public final class QuotaEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "quota";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment(place.made() ? "Quota" : "a flow hook", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      Quota quota = quota(policy);
      if (says(ledger, quota, place)) {
        steps.addAll(
            LimitSteps.of(
                policy,
                quota.key(),
                quota.onMissingKey(),
                place,
                (name, key) -> QuotaPolicy.calendar(name, quota.requests(), quota.period(), key)));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  /** False when the policy cannot go out. */
  private static boolean says(FieldLedger ledger, Quota quota, Place place) {
    var keys = new LimitKeyFields(ledger, place);
    if (!keys.readable(quota.key())) {
      return false;
    }
    String period = "1 " + quota.period().name().toLowerCase(Locale.ROOT);
    var bounds = new LimitBounds(ledger.policy(), place, quota.requests(), period);
    ledger.emitted("requests", Evidence.QUOTA.grade(), bounds.counted());
    ledger.emitted("period", Evidence.QUOTA.grade(), month(ledger.policy(), quota));
    keys.emitted(quota.key(), quota.onMissingKey(), Evidence.QUOTA);
    ledger.emitted("mode", Evidence.QUOTA.grade(), bounds.around());
    return true;
  }

  /** One page of Apigee lets a month be 28 days; users report months of the calendar. */
  private static List<Deviation> month(Policy policy, Quota quota) {
    if (quota.period() != Period.MONTH) {
      return List.of();
    }
    long n = quota.requests();
    return List.of(
        new Stated(policy.id())
            .looser(
                "month-length",
                "a month that Apigee may take for 28 days from %s UTC on: at worst 2 x %d = %d requests in a month, 13 x %d = %d a year"
                    .formatted(QuotaPolicy.START, n, 2 * n, n, 13 * n),
                "Use period: day or week where the day of the reset matters."));
  }

  private static Quota quota(Policy policy) {
    return (Quota) policy.spec().kind();
  }
}
