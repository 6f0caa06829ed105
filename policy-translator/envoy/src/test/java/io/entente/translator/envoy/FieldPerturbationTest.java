package io.entente.translator.envoy;

import io.entente.model.fidelity.FieldFidelity;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.testkit.FieldPerturbationContract;
import java.util.List;
import java.util.Random;
import java.util.Set;

class FieldPerturbationTest extends FieldPerturbationContract {

  @Override
  protected Policy any(Random random) {
    return RandomPolicies.any(random);
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    return RandomPolicies.translate(policies);
  }

  /**
   * No Envoy alone keeps the counts of a calendar period, or credentials, or answers, asks for
   * tokens or reads bodies.
   */
  @Override
  protected Set<String> neverShown() {
    return fieldsOf(
        "quota",
        "apiKey",
        "basicAuth",
        "jsonThreat",
        "xmlThreat",
        "injectionProtection",
        "responseCache",
        "logMasking",
        "oauth2Introspection",
        "graphqlLimits",
        "graphqlIntrospection",
        "graphqlSchema",
        "openApiValidation",
        "mtls");
  }

  /**
   * Envoy takes 0 for 60 s, so that 1 s is written for both, which is stated of 0. What is masked
   * is left out whatever it is called.
   */
  @Override
  protected boolean excused(FieldFidelity field) {
    return field.field().equals("clockSkew") && field.value().equals("0s")
        || field.field().startsWith("headers[")
        // what allows everything asks for nothing
        || field.field().equals("allow") && field.value().equals("true");
  }

  @Override
  protected Policy changed(Policy policy, String field, Random random) {
    return RandomPolicies.changed(policy, field, random);
  }
}
