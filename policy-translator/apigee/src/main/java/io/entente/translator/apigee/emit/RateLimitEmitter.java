package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code rateLimit} as Quota, where the window is whole minutes, else as SpikeArrest where the rate
 * is whole requests a second. Every limit is a policy of its own: all of them hold.
 */
public final class RateLimitEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "rateLimit";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      if (says(ledger, place)) {
        RateLimit limit = limit(policy);
        steps.addAll(
            LimitSteps.of(
                policy,
                limit.key(),
                limit.onMissingKey(),
                place,
                (name, key) -> file(name, limit, key)));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  private static String file(String name, RateLimit limit, Optional<String> key) {
    return QuotaWindow.of(limit.window())
        .map(window -> QuotaPolicy.rolling(name, limit.requests(), window, key))
        .orElseGet(() -> SpikeArrestPolicy.counting(name, perSecond(limit).orElseThrow(), key));
  }

  static RateLimit limit(Policy policy) {
    return (RateLimit) policy.spec().kind();
  }

  /** Requests a second, if that is what the limit comes to. */
  static Optional<Long> perSecond(RateLimit limit) {
    long seconds = limit.window().toSeconds();
    return limit.requests() % seconds == 0
            && limit.requests() / seconds <= SpikeArrestPolicy.MOST_PER_SECOND
        ? Optional.of(limit.requests() / seconds)
        : Optional.empty();
  }

  /** False when the policy cannot go out. */
  private static boolean says(FieldLedger ledger, Place place) {
    RateLimit limit = limit(ledger.policy());
    var bounds = new RateLimitBounds(ledger.policy(), place);
    boolean quota = QuotaWindow.of(limit.window()).isPresent();
    if (quota && !place.extensible()) {
      ledger.unsupported("window", Evidence.ENVIRONMENT.grade(), bounds.noQuota());
      return false;
    }
    if (!quota && perSecond(limit).isEmpty()) {
      ledger.unsupported("window", Evidence.SPIKE_ARREST.grade(), bounds.noSuchWindow());
      return false;
    }
    var keys = new LimitKeyFields(ledger, place);
    if (!keys.readable(limit.key())) {
      return false;
    }
    Evidence evidence = quota ? Evidence.QUOTA : Evidence.SPIKE_ARREST;
    var around = new LimitBounds(ledger.policy(), place, limit.requests(), bounds.window());
    ledger.emitted("requests", evidence.grade(), around.counted());
    ledger.emitted("window", evidence.grade(), quota ? bounds.rolling() : bounds.smoothed());
    keys.emitted(limit.key(), limit.onMissingKey(), evidence);
    ledger.emitted("mode", evidence.grade(), around.around());
    return true;
  }
}
