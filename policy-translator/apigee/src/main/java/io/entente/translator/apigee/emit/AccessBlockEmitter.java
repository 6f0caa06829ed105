package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.AccessBlock;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code accessBlock} as RaiseFault, before anything of ours judges the caller. */
public final class AccessBlockEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "accessBlock";
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
      AccessBlock block = (AccessBlock) policy.spec().kind();
      if (says(ledger, block, place)) {
        String name = place.policy("block", policy.id().policy().value());
        steps.add(
            new StepDraft(Stage.BLOCK, name, file(name, block), Optional.empty(), List.of(policy)));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  private static String file(String name, AccessBlock block) {
    return RaiseFaultPolicy.verbatim(
        name,
        block.status(),
        Reasons.of(block.status()),
        block.contentType(),
        block.body(),
        BlockedBody.hasBraces(block.body())
            ? Delimiters.absentFrom(block.body())
            : Optional.empty());
  }

  /** False when the policy cannot go out. */
  private static boolean says(FieldLedger ledger, AccessBlock block, Place place) {
    var stated = new Stated(ledger.policy().id());
    var body = new BlockedBody(block.body(), stated);
    Optional<Deviation> unwritable = body.unwritable();
    if (unwritable.isPresent()) {
      ledger.unsupported("body", Evidence.OWN_ANSWER.grade(), unwritable.get());
      return false;
    }
    ledger.emitted("status", Evidence.OWN_ANSWER.grade());
    ledger.emitted("contentType", Evidence.OWN_ANSWER.grade());
    ledger.emitted("body", Evidence.OWN_ANSWER.grade(), body.deviations());
    ledger.emitted("mode", Evidence.OWN_ANSWER.grade(), around(stated, place, block));
    return true;
  }

  private static List<Deviation> around(Stated stated, Place place, AccessBlock block) {
    var found = new ArrayList<Deviation>();
    if (!place.made() && place.kinds().contains("cors")) {
      found.add(
          stated.stricter(
              "preflight-blocked",
              "1 flow hook comes before the proxy: a preflight is answered %d, not 200, and no answer of ours has a header for other origins"
                  .formatted(block.status()),
              "None needed: the request after it would be blocked."));
    }
    FaultRules.deviation(stated, place).ifPresent(found::add);
    return found;
  }
}
