package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.JsonThreat;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** {@code jsonThreat} as JSONThreatProtection between two RaiseFaults. */
public final class JsonThreatEmitter implements KindEmitter {

  private static final BodySteps STEPS = new BodySteps("json", "jsonattack");

  @Override
  public String kindName() {
    return "jsonThreat";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment("JSONThreatProtection", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    for (Policy policy : policies) {
      JsonThreat rule = rule(policy);
      steps.addAll(
          STEPS.of(
              policy,
              place,
              BodyConditions.JSON.refused(rule.maxBodyBytes(), rule.otherBodies()),
              BodyConditions.JSON.read(),
              name -> file(name, rule)));
    }
    return Emission.of(steps, policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static String file(String name, JsonThreat rule) {
    return XmlDocument.judged("JSONThreatProtection", name)
        .with("ArrayElementCount", Integer.toString(rule.maxArrayElements()))
        .with("ContainerDepth", Integer.toString(rule.maxDepth()))
        .with("ObjectEntryCount", Integer.toString(rule.maxObjectEntries()))
        .with("ObjectEntryNameLength", Integer.toString(rule.maxNameLength()))
        .with("Source", "request")
        .with("StringValueLength", Integer.toString(rule.maxStringLength()))
        .file();
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var bounds = new BodyBounds(new Stated(policy.id()));
    var grade = Evidence.PAYLOAD.grade();
    ledger.emitted("maxDepth", grade);
    ledger.emitted("maxArrayElements", grade);
    ledger.emitted("maxObjectEntries", grade);
    ledger.emitted("maxNameLength", grade, bounds.characters());
    ledger.emitted("maxStringLength", grade, bounds.characters());
    ledger.emitted("maxBodyBytes", grade, bounds.length(rule(policy).maxBodyBytes()));
    ledger.emitted(
        "otherBodies",
        grade,
        bounds.type("application/json", "+json types and whatever has json in its name"));
    ledger.emitted("mode", grade, bounds.around(place));
    return ledger.report(place.route());
  }

  private static JsonThreat rule(Policy policy) {
    return (JsonThreat) policy.spec().kind();
  }
}
