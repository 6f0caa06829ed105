package io.entente.translator.kong.reverse;

import io.entente.model.identity.PolicyName;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.translator.reverse.ReadPolicy;
import java.util.ArrayList;
import java.util.List;

/** What was found as policies, to be translated again. */
final class ReadPolicies {

  private ReadPolicies() {}

  static List<Policy> of(List<PolicyKind> kinds) {
    var policies = new ArrayList<Policy>();
    for (PolicyKind kind : kinds) {
      policies.add(ReadPolicy.of(new PolicyName("read-" + policies.size()), kind));
    }
    return policies;
  }
}
