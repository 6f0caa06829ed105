package io.entente.translator.reverse;

import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.TargetRef;
import java.util.List;
import java.util.Optional;

/** What was found as a policy, to be translated again. */
public final class ReadPolicy {

  private ReadPolicy() {}

  /** For everything, and as it goes out. */
  public static Policy of(PolicyName name, PolicyKind kind) {
    return new Policy(
        new PolicyVersion(name, 1),
        Labels.none(),
        new PolicySpec(
            List.of(new TargetRef(TargetRef.Kind.TENANT, Optional.empty(), Labels.none())),
            PolicySpec.Merge.DEFAULT,
            0,
            PolicySpec.Mode.ENFORCE,
            PolicySpec.Require.APPROXIMATE,
            PolicySpec.OnError.DENY,
            kind));
  }
}
