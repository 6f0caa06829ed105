package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.SpikeArrest;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code spikeArrest} as SpikeArrest without effective count, which spreads requests as the kind
 * means it, one at a time and in each message processor alone.
 */
public final class SpikeArrestEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "spikeArrest";
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
      SpikeArrest arrest = arrest(policy);
      if (says(ledger, arrest, place)) {
        steps.addAll(
            LimitSteps.of(
                policy,
                arrest.key(),
                arrest.onMissingKey(),
                place,
                (name, key) -> SpikeArrestPolicy.spreading(name, arrest, key)));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  /** False when the policy cannot go out. */
  private static boolean says(FieldLedger ledger, SpikeArrest arrest, Place place) {
    var bounds = new SpikeArrestBounds(arrest, place, new Stated(ledger.policy().id()));
    Optional<Deviation> tooFast = bounds.tooFast();
    if (tooFast.isPresent()) {
      ledger.unsupported("rate", Evidence.SPIKE_ARREST.grade(), tooFast.get());
      return false;
    }
    var keys = new LimitKeyFields(ledger, place);
    if (!keys.readable(arrest.key())) {
      return false;
    }
    var around = new LimitBounds(ledger.policy(), place, arrest.rate(), bounds.window());
    List<Deviation> rate = bounds.rate();
    rate.addAll(around.shared());
    ledger.emitted("rate", Evidence.SPIKE_ARREST.grade(), rate);
    ledger.emitted("per", Evidence.SPIKE_ARREST.grade());
    ledger.emitted("burst", Evidence.SPIKE_ARREST.grade(), bounds.burst());
    keys.emitted(arrest.key(), arrest.onMissingKey(), Evidence.SPIKE_ARREST);
    ledger.emitted("mode", Evidence.SPIKE_ARREST.grade(), around.around());
    return true;
  }

  private static SpikeArrest arrest(Policy policy) {
    return (SpikeArrest) policy.spec().kind();
  }
}
