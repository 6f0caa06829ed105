package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.BotDetection;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code botDetection} as RaiseFault, where the condition of its Step finds the agent unwanted. */
public final class BotDetectionEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "botDetection";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    return Emission.of(
        policies.stream().map(policy -> step(policy, place)).toList(),
        policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static StepDraft step(Policy policy, Place place) {
    String name = place.policy("agent", policy.id().policy().value());
    return new StepDraft(
        Stage.AGENT,
        name,
        RaiseFaultPolicy.file(name, 403, Reasons.of(403), "agent not allowed"),
        Optional.of(AgentCondition.refused(rule(policy))),
        List.of(policy));
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var grade = Evidence.AGENT.grade();
    for (int i = 0; i < rule(policy).deny().size(); i++) {
      ledger.emitted("deny[" + i + "]", grade);
    }
    for (int i = 0; i < rule(policy).allow().size(); i++) {
      ledger.emitted("allow[" + i + "]", grade);
    }
    ledger.emitted("onMissing", grade);
    ledger.emitted("mode", grade, around(new Stated(policy.id()), place));
    return ledger.report(place.route());
  }

  private static List<Deviation> around(Stated stated, Place place) {
    var found = new ArrayList<Deviation>();
    if (!place.made() && place.kinds().contains("cors")) {
      found.add(
          stated.stricter(
              "before-preflights",
              "1 flow hook comes before the proxy: 1 preflight of an agent that is denied is answered"
                  + " 403, not 200",
              "None needed: the request after it is refused either way."));
    }
    FaultRules.deviation(stated, place).ifPresent(found::add);
    return found;
  }

  private static BotDetection rule(Policy policy) {
    return (BotDetection) policy.spec().kind();
  }
}
