package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ipFilter} as AccessControl, one for each filter: a caller passes all of them. */
public final class IpFilterEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "ipFilter";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    for (Policy policy : policies) {
      String name = place.policy("address", policy.id().policy().value());
      steps.add(
          new StepDraft(
              Stage.ADDRESS,
              name,
              AccessControlPolicy.file(name, filter(policy), place.clientAddress()),
              Optional.empty(),
              List.of(policy)));
    }
    return Emission.of(steps, policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    List<Deviation> address = List.of(CallerAddress.deviation(stated, place));
    for (int i = 0; i < filter(policy).allow().size(); i++) {
      ledger.emitted("allow[" + i + "]", Evidence.ADDRESS_RULES.grade(), address);
    }
    for (int i = 0; i < filter(policy).deny().size(); i++) {
      ledger.emitted("deny[" + i + "]", Evidence.ADDRESS_RULES.grade(), address);
    }
    ledger.emitted("mode", Evidence.ADDRESS_RULES.grade(), around(stated, place));
    return ledger.report(place.route());
  }

  private static List<Deviation> around(Stated stated, Place place) {
    var found = new ArrayList<Deviation>();
    if (!place.made() && place.kinds().contains("cors")) {
      found.add(
          stated.stricter(
              "preflight-judged",
              "1 flow hook comes before the proxy: a preflight from a refused address is answered"
                  + " 403, not 200",
              "None needed: the request after it would be refused."));
    }
    FaultRules.deviation(stated, place).ifPresent(found::add);
    return found;
  }

  private static IpFilter filter(Policy policy) {
    return (IpFilter) policy.spec().kind();
  }
}
