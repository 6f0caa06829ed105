package io.entente.translator.apigee.reverse;

import io.entente.model.identity.PolicyName;
import io.entente.policy.PolicyKind;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.reverse.ReadPolicy;

/** What a group of Steps of ours probably came from, still to be translated again. */
record Candidate(OwnGroup group, RouteTarget target, PolicyName name, PolicyKind kind) {

  EffectivePolicy effective() {
    return new EffectivePolicy(ReadPolicy.of(name, kind), TargetRef.Kind.TENANT);
  }
}
