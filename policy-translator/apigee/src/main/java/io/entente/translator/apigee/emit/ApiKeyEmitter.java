package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code apiKey} as VerifyAPIKey and a RaiseFault that answers whoever it did not find: what the
 * policy is not seen to have verified is refused, whatever the reason.
 */
public final class ApiKeyEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "apiKey";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    for (Policy policy : policies) {
      steps.addAll(steps(policy, place));
    }
    return Emission.of(steps, policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static List<StepDraft> steps(Policy policy, Place place) {
    ApiKey rule = rule(policy);
    String verify = name(policy, place, "key");
    String refuse = name(policy, place, "keyless");
    String found = "(verifyapikey." + verify + ".client_id = null)";
    var steps = new ArrayList<StepDraft>();
    steps.add(
        step(
            policy,
            Stage.KEY,
            verify,
            XmlDocument.judged("VerifyAPIKey", verify)
                .with(XmlDocument.of("APIKey", "ref", variable(rule)))
                .file(),
            Preflights.asked(rule.preflight())));
    steps.add(
        step(
            policy,
            Stage.KEY,
            refuse,
            RaiseFaultPolicy.unauthorized(refuse, "Key"),
            Preflights.asked(rule.preflight(), found)));
    if (rule.hideCredential() && place.extensible()) {
      String hide = name(policy, place, "keyhidden");
      String file =
          rule.in() == In.HEADER
              ? AssignMessagePolicy.withoutHeader(hide, rule.name())
              : AssignMessagePolicy.withoutParameter(hide, rule.name());
      steps.add(step(policy, Stage.HIDE, hide, file, Optional.empty()));
    }
    return steps;
  }

  /** All values together: of several keys none counts. */
  private static String variable(ApiKey rule) {
    return Credentials.of(rule).orElseThrow();
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    ApiKey rule = rule(policy);
    var grade = Evidence.KEY_STORE.grade();
    ledger.emitted("in", grade);
    ledger.emitted("name", grade);
    if (rule.hideCredential() && !place.extensible()) {
      ledger.unsupported(
          "hideCredential", Evidence.ENVIRONMENT.grade(), AccessBounds.notTakenOff(stated));
    } else {
      ledger.emitted("hideCredential", grade);
    }
    ledger.emitted("preflight", grade, AccessBounds.preflight(stated, place, rule.preflight()));
    ledger.emitted(
        "credentials",
        grade,
        List.of(
            stated.stricter(
                "product-coupling",
                "a known key passes only where 1 of its approved API products covers the proxy, the"
                    + " path and the environment; every other known key is answered 401",
                "Put the proxies and paths of %s into the products of its callers."
                    .formatted(place.route()))));
    ledger.emitted("mode", grade, AccessBounds.around(stated, place));
    return ledger.report(place.route());
  }

  private static String name(Policy policy, Place place, String what) {
    return place.policy(what, policy.id().policy().value());
  }

  private static StepDraft step(
      Policy policy, Stage stage, String name, String file, Optional<String> condition) {
    return new StepDraft(stage, name, file, condition, List.of(policy));
  }

  private static ApiKey rule(Policy policy) {
    return (ApiKey) policy.spec().kind();
  }
}
