package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code oauth2Introspection} as a call to the issuer, of which the answer is kept in a cache: no
 * policy of Apigee asks for tokens of others by itself.
 */
public final class OAuth2IntrospectionEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "oauth2Introspection";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment("a cache", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      if (writable(ledger)) {
        says(ledger, place);
        steps.addAll(IntrospectionSteps.of(policy, place));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  /** False, and said so, when the policy cannot go out: a part of it would let others in. */
  private static boolean writable(FieldLedger ledger) {
    OAuth2Introspection rule = rule(ledger);
    boolean all = true;
    if (rule.endpoint().contains("{") || rule.endpoint().contains("}")) {
      all = unwritable(ledger, "endpoint", rule.endpoint());
    }
    for (int i = 0; i < rule.scopes().size(); i++) {
      if (!ScopePattern.writes(rule.scopes().get(i))) {
        all = unwritable(ledger, "scopes[" + i + "]", rule.scopes().get(i));
      }
    }
    for (int i = 0; i < rule.audiences().size(); i++) {
      if (rule.audiences().get(i).matches(".*[\"\\\\{}].*")) {
        all = unwritable(ledger, "audiences[" + i + "]", rule.audiences().get(i));
      }
    }
    return all;
  }

  private static boolean unwritable(FieldLedger ledger, String field, String value) {
    ledger.unsupported(
        field,
        Evidence.ASKED_TOKEN.grade(),
        new Stated(ledger.policy().id())
            .different(
                "not-a-literal",
                "0 literals of Apigee's conditions are documented to hold every character of %s"
                    .formatted(value),
                "Use a name of letters, digits and . : / _ - only."));
    return false;
  }

  private static void says(FieldLedger ledger, Place place) {
    OAuth2Introspection rule = rule(ledger);
    var stated = new Stated(ledger.policy().id());
    var grade = Evidence.ASKED_TOKEN.grade();
    ledger.emitted("endpoint", grade, List.of(patience(stated), activeAsText(stated)));
    ledger.emitted("clientId", grade);
    ledger.emitted("clientSecret", grade, List.of(secret(rule, stated)));
    for (int i = 0; i < rule.scopes().size(); i++) {
      ledger.emitted(
          "scopes[" + i + "]",
          grade,
          List.of(
              stated.stricter(
                  "scope-list",
                  "scopes that the issuer lists, instead of writing 1 text as RFC 7662 has it, are"
                      + " 0 scopes: the token is answered 403",
                  "Have the issuer write scope as text.")));
    }
    for (int i = 0; i < rule.audiences().size(); i++) {
      ledger.emitted(
          "audiences[" + i + "]",
          grade,
          List.of(
              stated.stricter(
                  "audience-list",
                  "%d audiences of a list are compared: a token of more that names this one later is answered 403"
                      .formatted(IntrospectionSteps.AUDIENCES),
                  "Have the issuer name it among the first.")));
    }
    ledger.emitted("cache", grade, cache(rule, stated));
    ledger.emitted("forward", grade);
    ledger.emitted("preflight", grade, AccessBounds.preflight(stated, place, rule.preflight()));
    List<Deviation> around = new ArrayList<>(AccessBounds.around(stated, place));
    around.add(
        stated.stricter(
            "one-blank",
            "1 blank stands between Bearer and the token; with more of them the issuer is asked for"
                + " another token",
            "None needed: clients write one."));
    ledger.emitted("mode", grade, around);
  }

  private static Deviation patience(Stated stated) {
    return stated.different(
        "asked-within",
        "%d ms are waited for an answer; after that the token counts as unknown and is answered 401"
            .formatted(IntrospectionSteps.PATIENCE),
        "Keep the endpoint near the gateway.");
  }

  private static Deviation activeAsText(Stated stated) {
    return stated.looser(
        "active-as-text",
        "1 more value, the text \"true\", counts as active beside true",
        "None needed: RFC 7662 has the issuer write true.");
  }

  private static Deviation secret(OAuth2Introspection rule, Stated stated) {
    return stated.stricter(
        "secret-of-the-gateway",
        "1 entry, %s, is read from the encrypted key value map %s of the environment and kept for %d s: while it is not there every token is answered 401, and a new one is used that much later"
            .formatted(
                rule.clientSecret().name(),
                IntrospectionSteps.SECRETS,
                IntrospectionSteps.SECRET_KEPT),
        "Write the entry before the policy goes out.");
  }

  private static List<Deviation> cache(OAuth2Introspection rule, Stated stated) {
    return rule.cache().isZero()
        ? List.of()
        : List.of(
            stated.looser(
                "kept-beyond-the-end",
                "a token counts for up to %d s beyond its own exp: how long an answer is kept does not depend on it"
                    .formatted(rule.cache().toSeconds()),
                "Write a shorter cache, or 0s."));
  }

  private static OAuth2Introspection rule(FieldLedger ledger) {
    return (OAuth2Introspection) ledger.policy().spec().kind();
  }
}
