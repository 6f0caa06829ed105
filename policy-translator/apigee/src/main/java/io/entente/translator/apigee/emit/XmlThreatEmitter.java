package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.XmlThreat;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code xmlThreat} as XMLThreatProtection between two RaiseFaults; the first refuses document
 * types too, of which Apigee does not say what it makes of them.
 */
public final class XmlThreatEmitter implements KindEmitter {

  private static final BodySteps STEPS = new BodySteps("xml", "xmlattack");
  private static final String DOCTYPE = "(request.content JavaRegex \"(?s).*<!DOCTYPE.*\")";

  /** Else it is in an encoding in which a document type could not be seen. */
  private static final String PLAIN =
      "(request.content JavaRegex \"(?s)[^a-zA-Z0-9<]?<[?!a-zA-Z_:].*\")";

  @Override
  public String kindName() {
    return "xmlThreat";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment("XMLThreatProtection", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    for (Policy policy : policies) {
      XmlThreat rule = rule(policy);
      steps.addAll(
          STEPS.of(
              policy,
              place,
              "(%s) or (%s and (%s or (!%s)))"
                  .formatted(
                      BodyConditions.XML.refused(rule.maxBodyBytes(), rule.otherBodies()),
                      BodyConditions.XML.read(),
                      DOCTYPE,
                      PLAIN),
              BodyConditions.XML.read(),
              name -> file(name, rule)));
    }
    return Emission.of(steps, policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static String file(String name, XmlThreat rule) {
    String names = Integer.toString(rule.maxNameLength());
    String values = Integer.toString(rule.maxAttributeLength());
    String texts = Integer.toString(rule.maxTextLength());
    String attributes = Integer.toString(rule.maxAttributes());
    XmlDocument children =
        XmlDocument.of(
                "ChildCount",
                "includeComment",
                "false",
                "includeElement",
                "true",
                "includeProcessingInstruction",
                "false",
                "includeText",
                "false")
            .text(Integer.toString(rule.maxChildren()));
    return XmlDocument.judged("XMLThreatProtection", name)
        .with(
            XmlDocument.of("NameLimits")
                .with("Element", names)
                .with("Attribute", names)
                .with("NamespacePrefix", names)
                .with("ProcessingInstructionTarget", names))
        .with("Source", "request")
        .with(
            XmlDocument.of("StructureLimits")
                .with("NodeDepth", Integer.toString(rule.maxDepth()))
                .with("AttributeCountPerElement", attributes)
                .with("NamespaceCountPerElement", attributes)
                .with(children))
        .with(
            XmlDocument.of("ValueLimits")
                .with("Text", texts)
                .with("Attribute", values)
                .with("NamespaceURI", values)
                .with("Comment", texts)
                .with("ProcessingInstructionData", texts))
        .file();
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    var bounds = new BodyBounds(stated);
    var grade = Evidence.PAYLOAD.grade();
    ledger.emitted("maxDepth", grade);
    ledger.emitted("maxChildren", grade);
    ledger.emitted("maxAttributes", grade);
    var names = new ArrayList<Deviation>(bounds.characters());
    names.add(
        stated.stricter(
            "prefix-undocumented",
            "1 prefix and its colon may count with the name: Apigee does not say",
            "Allow for it in maxNameLength."));
    ledger.emitted("maxNameLength", grade, names);
    ledger.emitted("maxTextLength", grade, bounds.characters());
    ledger.emitted("maxAttributeLength", grade, bounds.characters());
    ledger.emitted("maxBodyBytes", grade, bounds.length(rule(policy).maxBodyBytes()));
    ledger.emitted(
        "otherBodies",
        grade,
        bounds.type("application/xml", "text/xml, +xml types and whatever has xml in its name"));
    var around = new ArrayList<Deviation>(bounds.around(place));
    around.add(
        stated.stricter(
            "doctype-anywhere",
            "1 body that has the text <!DOCTYPE anywhere, in a comment for example, is refused, and"
                + " so is 1 that does not begin with < as UTF-8",
            "Have callers send documents in UTF-8 without blanks in front."));
    ledger.emitted("mode", grade, around);
    return ledger.report(place.route());
  }

  private static XmlThreat rule(Policy policy) {
    return (XmlThreat) policy.spec().kind();
  }
}
