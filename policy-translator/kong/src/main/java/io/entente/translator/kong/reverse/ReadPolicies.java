package io.entente.translator.kong.reverse;

import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.TargetRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found as policies, to be translated again. */
final class ReadPolicies {

  private ReadPolicies() {}

  static List<Policy> of(List<PolicyKind> kinds) {
    var policies = new ArrayList<Policy>();
    for (PolicyKind kind : kinds) {
      policies.add(
          new Policy(
              new PolicyVersion(new PolicyName("read-" + policies.size()), 1),
              Labels.none(),
              new PolicySpec(
                  List.of(new TargetRef(TargetRef.Kind.TENANT, Optional.empty(), Labels.none())),
                  PolicySpec.Merge.DEFAULT,
                  0,
                  PolicySpec.Mode.ENFORCE,
                  PolicySpec.Require.APPROXIMATE,
                  PolicySpec.OnError.DENY,
                  kind)));
    }
    return policies;
  }
}
