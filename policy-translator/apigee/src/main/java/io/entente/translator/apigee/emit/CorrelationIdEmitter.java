package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** {@code correlationId} as AssignMessage, before every other Step of ours. */
public final class CorrelationIdEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "correlationId";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment(
          place.made() ? "AssignMessage" : "a flow hook", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      CorrelationId rule = (CorrelationId) policy.spec().kind();
      if (says(ledger, rule, place)) {
        steps.addAll(CorrelationIdSteps.of(policy, rule, place));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  /** False when the policy cannot go out. */
  private static boolean says(FieldLedger ledger, CorrelationId rule, Place place) {
    var stated = new Stated(ledger.policy().id());
    if (!LimitKeyFields.readable(rule.header())) {
      ledger.unsupported(
          "header",
          Evidence.HEADER_SYNTAX.grade(),
          stated.different(
              "not-a-variable",
              "0 flow variables name a header with other characters than a-z, 0-9, _ and -",
              "Use another header."));
      return false;
    }
    ledger.emitted("header", Evidence.REQUEST_ID.grade());
    ledger.emitted("onInbound", Evidence.REQUEST_ID.grade(), inbound(stated, rule));
    ledger.emitted("echo", Evidence.REQUEST_ID.grade(), echo(stated, rule, place));
    ledger.emitted("mode", Evidence.REQUEST_ID.grade());
    return true;
  }

  private static List<Deviation> inbound(Stated stated, CorrelationId rule) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.different(
            "kind-of-uuid",
            "1 UUID of createUuid(), of which Apigee does not say that it is random",
            "None needed where ids need only differ."));
    if (rule.onInbound() == OnInbound.KEEP) {
      found.add(
          stated.different(
              "comma",
              "an id with a comma is 2 values to Apigee, of which the first is kept",
              "Have callers send ids without commas."));
    }
    return found;
  }

  private static List<Deviation> echo(Stated stated, CorrelationId rule, Place place) {
    var found = new ArrayList<Deviation>();
    if (rule.echo()) {
      found.add(
          stated.looser(
              "absent-on-faults",
              "0 ids on answers to faults, refusals of the gateway among them",
              "None: Apigee runs no response flow after a fault."));
    }
    if (rule.echo() && place.kinds().contains("cors")) {
      found.add(
          stated.looser(
              "absent-on-preflights",
              "0 ids are promised on preflights that the CORS policy answers",
              "None needed: a browser shows no page the answer to a preflight."));
    }
    return found;
  }
}
