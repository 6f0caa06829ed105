package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code jwt} as VerifyJWT and RaiseFaults that answer whoever it did not find valid. */
public final class JwtEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "jwt";
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
      if (writable(ledger)) {
        says(ledger, place);
        steps.addAll(JwtSteps.of(policy, place));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  /** Whether a policy goes out where the environment runs what it takes. */
  static boolean goesOut(Policy policy) {
    return writable(new FieldLedger(policy));
  }

  /** False, and said so, when the policy cannot go out: a part of it would let others in. */
  private static boolean writable(FieldLedger ledger) {
    Jwt rule = rule(ledger);
    var bounds = new JwtBounds(rule, new Stated(ledger.policy().id()));
    boolean all = VerifyJwtPolicy.takes(rule.from());
    if (!all) {
      ledger.unsupported("from", Evidence.SIGNED_TOKEN.grade(), bounds.fromElsewhere());
    }
    all &= writable(ledger, "issuer", bounds.unwritable("issuer", rule.issuer()));
    for (int i = 0; i < rule.audiences().size(); i++) {
      String audience = rule.audiences().get(i);
      all &= writable(ledger, "audiences[" + i + "]", bounds.unwritable("audience", audience));
    }
    for (int i = 0; i < rule.claims().size(); i++) {
      all &= writable(ledger, "claims[" + i + "]", bounds.unwritable(rule.claims().get(i)));
    }
    return all;
  }

  private static boolean writable(FieldLedger ledger, String field, Optional<Deviation> why) {
    why.ifPresent(deviation -> ledger.unsupported(field, Evidence.SIGNED_TOKEN.grade(), deviation));
    return why.isEmpty();
  }

  private static void says(FieldLedger ledger, Place place) {
    Jwt rule = rule(ledger);
    var stated = new Stated(ledger.policy().id());
    var bounds = new JwtBounds(rule, stated);
    var grade = Evidence.SIGNED_TOKEN.grade();
    ledger.emitted("issuer", grade);
    for (int i = 0; i < rule.audiences().size(); i++) {
      ledger.emitted("audiences[" + i + "]", grade);
    }
    ledger.emitted("jwks", grade, bounds.jwks());
    for (int i = 0; i < rule.algorithms().size(); i++) {
      algorithm(ledger, rule, i);
    }
    ledger.emitted("clockSkew", grade);
    ledger.emitted("requireExpiration", grade);
    if (rule.requireExpiration()) {
      ledger.emitted("maxLifetime", grade, bounds.maxLifetime());
    } else {
      ledger.withoutMeaning("maxLifetime");
    }
    for (int i = 0; i < rule.claims().size(); i++) {
      ledger.emitted("claims[" + i + "]", grade, bounds.claim(rule.claims().get(i)));
    }
    ledger.emitted("from", grade);
    if (!rule.forward() && !place.extensible()) {
      ledger.unsupported("forward", Evidence.ENVIRONMENT.grade(), AccessBounds.notTakenOff(stated));
    } else {
      ledger.emitted("forward", grade);
    }
    ledger.emitted("preflight", grade, AccessBounds.preflight(stated, place, rule.preflight()));
    ledger.emitted("mode", grade, AccessBounds.around(stated, place));
  }

  /** One that none of the keys is for verifies nothing. */
  private static void algorithm(FieldLedger ledger, Jwt rule, int i) {
    String field = "algorithms[" + i + "]";
    if (AlgorithmFamily.hasKey(rule.jwks(), rule.algorithms().get(i))) {
      ledger.emitted(field, Evidence.SIGNED_TOKEN.grade());
    } else {
      ledger.withoutMeaning(field);
    }
  }

  private static Jwt rule(FieldLedger ledger) {
    return (Jwt) ledger.policy().spec().kind();
  }
}
