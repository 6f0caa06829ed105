package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code rateLimit} as Quota, where the window is whole minutes, else as SpikeArrest where the rate
 * is whole requests a second. Every limit is a policy of its own: all of them hold.
 */
public final class RateLimitEmitter implements KindEmitter {

  private static final Pattern VARIABLE_PART = Pattern.compile("[a-z0-9_-]+");

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
      if (says(ledger, place, policies.size())) {
        steps.addAll(LimitSteps.of(policy, place));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
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
  private static boolean says(FieldLedger ledger, Place place, int limits) {
    RateLimit limit = limit(ledger.policy());
    var bounds = new RateLimitBounds(ledger.policy(), place, limits);
    boolean quota = QuotaWindow.of(limit.window()).isPresent();
    if (quota && !place.extensible()) {
      ledger.unsupported("window", Evidence.ENVIRONMENT.grade(), bounds.noQuota());
      return false;
    }
    if (!quota && perSecond(limit).isEmpty()) {
      ledger.unsupported("window", Evidence.SPIKE_ARREST.grade(), bounds.noSuchWindow());
      return false;
    }
    if (limit.key() instanceof LimitKey.Header header
        && !VARIABLE_PART.matcher(header.name()).matches()) {
      ledger.unsupported("key", Evidence.HEADER_SYNTAX.grade(), bounds.noSuchVariable());
      return false;
    }
    Evidence evidence = quota ? Evidence.QUOTA : Evidence.SPIKE_ARREST;
    ledger.emitted("requests", evidence.grade(), bounds.requests());
    ledger.emitted("window", evidence.grade(), quota ? bounds.rolling() : bounds.smoothed());
    ledger.emitted("key", evidence.grade(), bounds.key());
    if (limit.key() instanceof LimitKey.Header) {
      ledger.emitted(
          "onMissingKey",
          Evidence.MISSING_KEY.grade(),
          limit.onMissingKey() == OnMissingKey.IP ? bounds.missingByAddress() : bounds.missing());
    } else {
      // A connection always has a peer, a route is always itself.
      ledger.withoutMeaning("onMissingKey");
    }
    ledger.emitted("mode", evidence.grade(), bounds.around());
    return true;
  }
}
