package io.entente.translator.envoy.reverse;

import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.PolicySpec.Require;
import io.entente.policy.TargetRef;
import io.entente.translator.envoy.emit.ConsumerAccessEmitter;
import io.entente.translator.envoy.emit.KindEmitter;
import io.entente.translator.envoy.emit.LogDelay;
import io.entente.translator.envoy.emit.Place;
import io.entente.translator.envoy.emit.RouteFilters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What our own emitters make of a policy, to hold what was read against. */
final class Emitted {

  private Emitted() {}

  /** The configurations of one route, canonical and without types. */
  static SortedMap<String, Node.Obj> configs(KindEmitter emitter, PolicyKind kind, int maxKeys) {
    return configs(filters(emitter, List.of(policy("found", kind)), maxKeys));
  }

  static SortedMap<String, Node.Obj> configs(RouteFilters filters) {
    var configs = new TreeMap<String, Node.Obj>();
    filters.configs().forEach((name, node) -> configs.put(name, FilterConfig.of(node).message()));
    return configs;
  }

  static RouteFilters filters(KindEmitter emitter, List<Policy> policies, int maxKeys) {
    return emitter.emit(
        policies,
        new Place(
            "found",
            1,
            1,
            0,
            Math.max(1, maxKeys),
            true,
            LogDelay.of(policies),
            List.of(),
            Set.of(),
            Set.of(ConsumerAccessEmitter.NAMED_BY)));
  }

  static Policy policy(String name, PolicyKind kind) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1),
        Labels.none(),
        new PolicySpec(
            List.of(new TargetRef(TargetRef.Kind.TENANT, Optional.empty(), Labels.none())),
            Merge.DEFAULT,
            0,
            Mode.ENFORCE,
            Require.APPROXIMATE,
            OnError.DENY,
            kind));
  }
}
