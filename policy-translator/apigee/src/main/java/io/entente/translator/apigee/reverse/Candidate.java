package io.entente.translator.apigee.reverse;

import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import java.util.List;
import java.util.Optional;

/** What a group of Steps of ours probably came from, still to be translated again. */
record Candidate(OwnGroup group, RouteTarget target, PolicyName name, PolicyKind kind) {

  EffectivePolicy effective() {
    var spec =
        new PolicySpec(
            List.of(new TargetRef(TargetRef.Kind.TENANT, Optional.empty(), Labels.none())),
            PolicySpec.Merge.DEFAULT,
            0,
            PolicySpec.Mode.ENFORCE,
            PolicySpec.Require.APPROXIMATE,
            PolicySpec.OnError.DENY,
            kind);
    return new EffectivePolicy(
        new Policy(new PolicyVersion(name, 1), Labels.none(), spec), TargetRef.Kind.TENANT);
  }
}
