package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.NamedPattern;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code injectionProtection} as RegularExpressionProtection and a RaiseFault behind it. */
public final class InjectionProtectionEmitter implements KindEmitter {

  private static final List<String> FAULTS =
      List.of(
          "ThreatDetected",
          "ExecutionFailed",
          "InstantiationFailed",
          "NonMessageVariable",
          "SourceMessageNotAvailable",
          "VariableResolutionFailed");

  @Override
  public String kindName() {
    return "injectionProtection";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment("RegularExpressionProtection", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    for (Policy policy : policies) {
      String judged = place.policy("regex", policy.id().policy().value());
      String fault = place.policy("regexfault", policy.id().policy().value());
      steps.add(step(policy, judged, file(judged, rule(policy)), Optional.empty()));
      steps.add(
          step(
              policy,
              fault,
              RaiseFaultPolicy.file(fault, 400, Reasons.of(400), "bad request"),
              Optional.of(failed(judged))));
    }
    return Emission.of(steps, policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static StepDraft step(
      Policy policy, String name, String file, Optional<String> condition) {
    return new StepDraft(Stage.PAYLOAD, name, file, condition, List.of(policy));
  }

  private static String failed(String judged) {
    var text =
        new StringBuilder("(regularexpressionprotection.%s.failed = \"true\")".formatted(judged));
    FAULTS.forEach(name -> text.append(" or (fault.name = \"").append(name).append("\")"));
    return text.toString();
  }

  private static String file(String name, InjectionProtection rule) {
    XmlDocument policy =
        XmlDocument.judged("RegularExpressionProtection", name)
            .with("IgnoreUnresolvedVariables", "true")
            .with("Source", "request");
    rule.in().forEach(in -> policy.with(looked(variable(in), rule)));
    rule.headers()
        .forEach(
            header -> policy.with(looked("request.header." + header + ".values.string", rule)));
    return policy.file();
  }

  private static String variable(In in) {
    return switch (in) {
      case PATH -> "request.path";
      case QUERY -> "request.querystring";
      case BODY -> "request.content";
    };
  }

  private static XmlDocument looked(String variable, InjectionProtection rule) {
    XmlDocument looked = XmlDocument.of("Variable", "name", variable);
    for (NamedPattern named : rule.all()) {
      looked.with(XmlDocument.of("Pattern").verbatim(JavaPattern.of(named.pattern())));
    }
    return looked;
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    InjectionProtection rule = rule(policy);
    var grade = Evidence.PAYLOAD.grade();
    for (int i = 0; i < rule.families().size(); i++) {
      ledger.emitted("families[" + i + "]", grade);
    }
    for (int i = 0; i < rule.patterns().size(); i++) {
      ledger.emitted("patterns[" + i + "]", grade, unnamed(stated));
    }
    for (int i = 0; i < rule.in().size(); i++) {
      ledger.emitted("in[" + i + "]", grade, in(rule.in().get(i), stated));
    }
    for (int i = 0; i < rule.headers().size(); i++) {
      ledger.emitted("headers[" + i + "]", grade);
    }
    var around = new ArrayList<Deviation>();
    FaultRules.deviation(stated, place).ifPresent(around::add);
    if (!place.made() && rule.in().contains(In.BODY)) {
      around.add(BodyBounds.streamed(stated));
    }
    ledger.emitted("mode", grade, around);
    return ledger.report(place.route());
  }

  private static List<Deviation> unnamed(Stated stated) {
    return List.of(
        stated.different(
            "names-not-kept",
            "0 names of patterns are in the documents: which one was found is not said",
            "None needed: the answer is the same."));
  }

  private static List<Deviation> in(In in, Stated stated) {
    return in == In.BODY
        ? List.of()
        : List.of(
            stated.looser(
                "as-sent",
                "1 of 2 readings is looked at, the %s as sent: an encoded spelling, %%27 for '"
                        .formatted(in == In.PATH ? "path" : "query")
                    + " for example, passes",
                "Look for the encoded spellings too, as the family traversal does."));
  }

  private static InjectionProtection rule(Policy policy) {
    return (InjectionProtection) policy.spec().kind();
  }
}
