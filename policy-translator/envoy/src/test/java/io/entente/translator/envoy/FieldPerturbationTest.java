package io.entente.translator.envoy;

import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.testkit.FieldPerturbationContract;
import java.util.List;
import java.util.Random;
import java.util.Set;

class FieldPerturbationTest extends FieldPerturbationContract {

  @Override
  protected int rounds() {
    return 800;
  }

  @Override
  protected Policy any(Random random) {
    return RandomPolicies.any(random);
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    return RandomPolicies.translate(policies);
  }

  /** No Envoy without a rate limit service keeps the counts of a calendar period. */
  @Override
  protected Set<String> neverShown() {
    // apiKey and jwt are not emitted yet
    return fieldsOf("quota", "apiKey", "jwt");
  }

  @Override
  protected Policy changed(Policy policy, String field, Random random) {
    return RandomPolicies.changed(policy, field, random);
  }
}
